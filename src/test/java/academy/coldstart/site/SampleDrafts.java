package academy.coldstart.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.Draft;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.SavedDraft;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.Upload;
import org.mockito.Mockito;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

/**
 * Drafts in memory, for one tab: the last save wins.
 */
final class SampleDrafts {

	private final Map<String, Draft> saved = new ConcurrentHashMap<>();

	Drafts asDrafts() {
		Drafts drafts = Mockito.mock(Drafts.class);
		given(drafts.find(any(), any())).willAnswer((call) -> find(call.getArgument(0) + "/" + call.getArgument(1)));
		given(drafts.save(any(), any(), any(), any())).willAnswer((call) -> {
			String place = call.<Exercise>getArgument(0).slug() + "/" + call.getArgument(1);
			return new SavedDraft.Current(save(place, files(call.getArgument(3))));
		});
		given(drafts.copies(any(), any())).willReturn(List.of());
		given(drafts.copy(any(), any(), any())).willReturn(Optional.empty());
		willAnswer((call) -> {
			Submission submission = call.getArgument(0);
			return save(submission.exercise() + "/" + submission.language(), submission.files());
		}).given(drafts).handedIn(any(), any());
		willAnswer((call) -> {
			Submission submission = call.getArgument(0);
			return save(submission.exercise() + "/" + submission.language(), submission.files());
		}).given(drafts).take(any());
		return drafts;
	}

	void startOver(Exercise exercise, Language language) {
		save(exercise.slug() + "/" + language, new SampleCourse().starter(exercise, language));
	}

	private Optional<Draft> find(String place) {
		return Optional.ofNullable(this.saved.get(place));
	}

	private Draft save(String place, SourceFiles files) {
		return this.saved.compute(place,
				(key, draft) -> new Draft((draft != null) ? draft.revision() + 1 : 1, files, Instant.now()));
	}

	private static SourceFiles files(Upload.Form form) {
		return SourceFiles.of(form.texts()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (file) -> file.getValue().getBytes(StandardCharsets.UTF_8))));
	}

}
