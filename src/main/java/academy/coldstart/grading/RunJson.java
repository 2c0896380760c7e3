package academy.coldstart.grading;

import java.util.List;

import academy.coldstart.trace.Trace;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the documents of a grading: {@code report.json} and
 * {@code trace.json}.
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

	private record Runs(List<Trace> runs) {
	}

}
