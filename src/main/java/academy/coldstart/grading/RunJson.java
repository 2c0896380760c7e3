package academy.coldstart.grading;

import java.util.List;

import academy.coldstart.endstate.EndState;
import academy.coldstart.trace.Trace;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the documents of a grading: {@code report.json}, {@code trace.json}
 * and {@code end-state.json}.
 */
public final class RunJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.build();

	private RunJson() {
	}

	/**
	 * Write a report in one line.
	 * @param report the report
	 * @return {@code report.json}
	 */
	public static String write(GradeReport report) {
		return MAPPER.writeValueAsString(report);
	}

	/**
	 * Write a report for people who read it.
	 * @param report the report
	 * @return {@code report.json}, indented
	 */
	public static String writeIndented(GradeReport report) {
		return indented(report);
	}

	static String writeIndented(BundleManifest manifest) {
		return indented(manifest);
	}

	private static String indented(Object document) {
		return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document) + "\n";
	}

	/**
	 * Read a report that was written here.
	 * @param json the report
	 * @return the report
	 */
	public static GradeReport readReport(String json) {
		return MAPPER.readValue(json, GradeReport.class);
	}

	static <T> T read(String json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

	static int contract(String json) {
		return MAPPER.readTree(json).path("contract").asInt(0);
	}

	/**
	 * Write the traces of a grading.
	 * @param traces one trace for each seed
	 * @return {@code trace.json}: an object with a list {@code runs}
	 */
	public static String write(List<Trace> traces) {
		return MAPPER.writeValueAsString(new Runs(traces));
	}

	/**
	 * Write the states at the end of a grading.
	 * @param states one state for each seed of which it was read
	 * @return {@code end-state.json}: an object with a list {@code runs}
	 */
	public static String writeStates(List<EndState> states) {
		return MAPPER.writeValueAsString(new States(states));
	}

	/**
	 * Read states that were written here.
	 * @param json {@code end-state.json}
	 * @return the states
	 */
	public static List<EndState> readStates(String json) {
		return MAPPER.readValue(json, States.class).runs();
	}

	private record Runs(List<Trace> runs) {
	}

	private record States(List<EndState> runs) {
	}

}
