package academy.coldstart.submission;

import java.util.List;

import academy.coldstart.timeline.MiniFigure;
import academy.coldstart.ui.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * The results of a submission, as short as they fit below its code.
 *
 * @param report the address of the whole report
 * @param headline one sentence on how it went
 * @param earlier whether the draft has moved on since
 * @param glance the run at a glance, when a trace was kept
 * @param finding the first check that does not pass, or the problem that kept all from
 * running
 * @param remarks what is to be said on lines of the code
 */
public record LastRun(String report, String headline, boolean earlier, @Nullable Glance glance,
		@Nullable Finding finding, List<Remark> remarks) {

	public LastRun {
		remarks = List.copyOf(remarks);
	}

	/**
	 * Return these results without remarks, for code that they are not about.
	 * @return the rest of them
	 */
	public LastRun withoutRemarks() {
		return new LastRun(this.report, this.headline, this.earlier, this.glance, this.finding, List.of());
	}

	/**
	 * A run at a glance.
	 *
	 * @param mini the small figure
	 * @param summary what it shows, as a sentence
	 */
	public record Glance(MiniFigure mini, String summary) {
	}

	/**
	 * What to look at first.
	 *
	 * @param word how the check ended
	 * @param title the check, or where the problem is
	 * @param message what happened
	 * @param href where the report says more
	 */
	public record Finding(String word, List<Phrase> title, List<Phrase> message, String href) {

		public Finding {
			title = List.copyOf(title);
			message = List.copyOf(message);
		}

	}

	/**
	 * Something about a line of the code that was graded.
	 *
	 * @param file the file
	 * @param line the line, from 1
	 * @param message what
	 * @param href the line in the report
	 */
	public record Remark(String file, int line, String message, String href) {
	}

}
