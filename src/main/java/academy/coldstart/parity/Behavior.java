package academy.coldstart.parity;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A behavior of AWS, and how it is met here.
 *
 * @param id its name within the register, in lower case
 * @param title what it is about
 * @param aws what AWS does
 * @param source where AWS says so
 * @param localstack what LocalStack does without the plug-in
 * @param state how it is met here
 * @param patches the patches of the plug-in that see to it
 * @param tests the test classes that show it
 * @param note what learners and authors must know, or how it is checked
 */
public record Behavior(String id, String title, String aws, Source source, String localstack, ParityState state,
		List<String> patches, List<String> tests, @Nullable String note) {

	public Behavior {
		patches = (patches != null) ? List.copyOf(patches) : List.of();
		tests = (tests != null) ? List.copyOf(tests) : List.of();
	}

	/**
	 * Where AWS says what it does.
	 *
	 * @param title the page
	 * @param address its address
	 * @param checked when it was looked up
	 * @param read whether the page itself was read; otherwise a summary that cites it
	 */
	public record Source(String title, URI address, LocalDate checked, boolean read) {
	}

}
