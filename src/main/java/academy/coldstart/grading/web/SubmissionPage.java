package academy.coldstart.grading.web;

import academy.coldstart.course.CourseMap;
import academy.coldstart.ui.Moment;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the page of a submission shows.
 *
 * @param address its own address
 * @param headline one sentence on how it stands
 * @param exercise the title of the exercise
 * @param exerciseHref the page of the exercise
 * @param language the language
 * @param submittedAt when it was handed in
 * @param live the grading while it runs
 * @param earlier whether the draft has moved on since
 * @param report the report, once there is one
 * @param review what the attempt meant for a review
 * @param next what to go on with, once the exercise is passed
 * @param endState what was left in tables, queues and buckets, where that was kept
 */
record SubmissionPage(String address, String headline, String exercise, String exerciseHref, String language,
		Moment submittedAt, LiveState live, boolean earlier, @Nullable ReportView report,
		@Nullable ReviewSentence review, CourseMap.@Nullable Step next, @Nullable EndStateView endState) {

	/**
	 * Return the page of the exercise's solutions, in the same language.
	 * @return its address
	 */
	public String solutionsHref() {
		return UriComponentsBuilder.fromUriString(this.exerciseHref).pathSegment("solutions").build().toUriString();
	}

	/**
	 * Return the page of all attempts at the exercise.
	 * @return its address
	 */
	public String attemptsHref() {
		return UriComponentsBuilder.fromUriString(this.exerciseHref)
			.replaceQuery(null)
			.pathSegment("attempts")
			.build()
			.toUriString();
	}

}
