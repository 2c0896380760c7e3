package academy.coldstart.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import academy.coldstart.site.SampleStates;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.InjectedFault;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.LogLine;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Trace;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTests {

	private static final Schema REPORT = schema("report-1.json");

	private static final Schema TRACE = schema("trace-1.json");

	private static final Schema END_STATE = schema("end-state-1.json");

	@Test
	void fullReportIsValid() {
		assertThat(errors(REPORT,
				RunJson.write(report(new GradeReport.Problem("run", "syntax-error", "The code has a syntax error.",
						"handler.py", 3, "raw"), new GradeReport.EngineUsed("LocalStack", "4.14.0", "host")))))
			.isEmpty();
	}

	@Test
	void emptyReportIsValid() {
		assertThat(errors(REPORT, RunJson.write(report(null, null)))).isEmpty();
	}

	@Test
	void reportSurvivesReading() {
		GradeReport report = report(null, null);

		assertThat(RunJson.readReport(RunJson.write(report))).isEqualTo(report);
	}

	@Test
	void reportFromBeforeRuntimesWereNamedIsValidAndReadable() {
		String older = RunJson.write(report(null, null)).replace("\"runtime\":null,", "");

		assertThat(older).doesNotContain("runtime");
		assertThat(errors(REPORT, older)).isEmpty();
		assertThat(RunJson.readReport(older).runtime()).isNull();
	}

	@Test
	void reportSaysWhatElseIsWrong() {
		GradeReport report = report(new GradeReport.Problem("deploy", "unsupported-resource", "It is unknown.",
				"template.yaml", 3, null,
				List.of(new GradeReport.Problem.Other("invalid-template", "It has no Type.", "template.yaml", 9)), 2),
				null);

		assertThat(errors(REPORT, RunJson.write(report))).isEmpty();
		assertThat(RunJson.readReport(RunJson.write(report))).isEqualTo(report);
	}

	@Test
	void reportFromBeforeAllProblemsWereNamedIsValidAndReadable() {
		GradeReport report = report(
				new GradeReport.Problem("run", "syntax-error", "It does not compile.", null, null, null), null);
		String older = RunJson.write(report).replace(",\"others\":[],\"left\":0", "");

		assertThat(older).doesNotContain("others");
		assertThat(errors(REPORT, older)).isEmpty();
		assertThat(RunJson.readReport(older)).isEqualTo(report);
	}

	@Test
	void reportFromBeforeTheSandboxIsValid() {
		String older = RunJson.write(report(null, null)).replace("\"isolation\":null,", "");

		assertThat(older).doesNotContain("isolation");
		assertThat(errors(REPORT, older)).isEmpty();
		assertThat(RunJson.readReport(older).isolation()).isNull();
	}

	@Test
	void reportSaysWhatKeptFunctionsApart() {
		GradeReport report = report(null, new GradeReport.EngineUsed("LocalStack", "4.14.0", "host"));

		assertThat(errors(REPORT, RunJson.write(report))).isEmpty();
		assertThat(errors(REPORT, RunJson.write(report).replace("\"sandbox\"", "\"jail\""))).isNotEmpty();
		assertThat(RunJson.readReport(RunJson.write(report)).isolation()).isEqualTo(report.isolation());
	}

	@Test
	void reportOfAnotherContractIsInvalid() {
		String changed = RunJson.write(report(null, null)).replace("\"contract\":1", "\"contract\":2");

		assertThat(errors(REPORT, changed)).isNotEmpty();
	}

	@Test
	void reportWithUnknownFieldIsInvalid() {
		String changed = RunJson.write(report(null, null)).replace("\"contract\":1", "\"contract\":1,\"more\":1");

		assertThat(errors(REPORT, changed)).isNotEmpty();
	}

	@Test
	void traceIsValid() {
		assertThat(errors(TRACE, RunJson.write(List.of(trace(), empty())))).isEmpty();
	}

	@Test
	void everyKindOfFaultIsInTheSchema() {
		String json = RunJson.write(List.of(trace()));

		assertThat(InjectedFault.Kind.values()).allSatisfy((kind) -> {
			String name = JsonMapper.shared().writeValueAsString(kind);
			assertThat(errors(TRACE, json.replace("\"reply-dropped\"", name))).isEmpty();
		});
		assertThat(errors(TRACE, json.replace("\"reply-dropped\"", "\"bewitched\""))).isNotEmpty();
	}

	@Test
	void traceWithoutFaultsIsValid() {
		assertThat(errors(TRACE, RunJson.write(List.of(trace())).replaceAll(",\"fault\":\\{[^}]*}", ""))).isEmpty();
	}

	@Test
	void traceWithUnknownPhaseIsInvalid() {
		assertThat(errors(TRACE, RunJson.write(List.of(trace())).replace("\"invoke\"", "\"later\""))).isNotEmpty();
	}

	@Test
	void stateAtTheEndIsValidAndSurvivesReading() {
		String json = SampleStates.json();

		assertThat(errors(END_STATE, json)).isEmpty();
		assertThat(RunJson.readStates(json)).isEqualTo(SampleStates.states());
	}

	@Test
	void stateAtTheEndOfAnotherContractOrWithAnUnknownFieldIsInvalid() {
		String json = SampleStates.json();

		assertThat(errors(END_STATE, json.replace("\"contract\":1", "\"contract\":2"))).isNotEmpty();
		assertThat(errors(END_STATE, json.replace("\"contract\":1", "\"contract\":1,\"more\":1"))).isNotEmpty();
		assertThat(errors(END_STATE, json.replace("\"in-flight\"", "\"flying\""))).isNotEmpty();
	}

	private static GradeReport report(GradeReport.@Nullable Problem problem, GradeReport.@Nullable EngineUsed engine) {
		CheckResult failed = new CheckResult("C1", "Each order is charged once.", true, 0, 35,
				CheckResult.Outcome.FAILED, "Order o-17 was charged 3 times.", "1 charge", "3 charges", 11,
				new CheckResult.Place("handler.py", 12), null, List.of("s1:c12", "s1:e2", "s1:l4", "s1:a1"), 412);
		CheckResult blocked = new CheckResult("C2", "It recovers.", false, 0, 65, CheckResult.Outcome.BLOCKED,
				"Not checked.", null, null, 22, null, "run", List.of(), 0);
		return new GradeReport(GradeReport.CONTRACT, new GradeReport.ExerciseVersion("charge-once", 1),
				new GradeReport.Graded("0".repeat(64), "python", List.of("handler.py")), List.of(11L, 22L),
				GradeReport.Outcome.FAILED, 0, 70, 2345, Instant.parse("2026-11-23T10:15:30.5Z"), problem,
				List.of(new GradeReport.Stage("package", 0, 12)), List.of(failed, blocked), engine,
				(engine != null) ? new GradeReport.RuntimeUsed("python3.13", "Python 3.13.0") : null,
				(engine != null) ? new GradeReport.IsolationUsed("sandbox", "cgroup", "It holds.") : null,
				"trace.json");
	}

	private static Trace trace() {
		return new Trace(Trace.CONTRACT, 11, new AccountId("111122223333"), Instant.parse("2026-11-23T10:15:30Z"),
				List.of(new ExecutionEnvironment("e1", "fn", "$LATEST", "python3.13", null, 128, 1.5, null, null,
						null)),
				List.of(new Invocation("r-1", "e1", "arn", true, 2, null, null, null, null, null, null, null,
						Body.of("{}"), null)),
				List.of(new AwsCall("c2", "e1", "r-1", Phase.INVOKE, "e1-1", null, 1, "dynamodb", "PutItem", "orders",
						"us-east-1", 2, 3, 400, "ConditionalCheckFailedException", "no", CallOutcome.FORWARDED,
						Body.of("{}"), Body.of(new byte[] { (byte) 0xff }), "handler.py:12",
						new InjectedFault("a4", InjectedFault.Kind.REPLY_DROPPED, "done, but the reply dropped", 200))),
				List.of(new LogLine("l3", "e1", null, 2.5, LogLine.Source.STDOUT, "hello")),
				List.of(new GraderAction("a4", "C1", 2, 4, "sent order o-17 twice")));
	}

	private static Trace empty() {
		return new Trace(Trace.CONTRACT, 22, new AccountId("111122223334"), Instant.EPOCH, List.of(), List.of(),
				List.of(), List.of(), List.of());
	}

	private static List<Error> errors(Schema schema, String json) {
		return schema.validate(json, InputFormat.JSON);
	}

	private static Schema schema(String name) {
		try (InputStream in = ContractTests.class.getResourceAsStream("/schemas/" + name)) {
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(Objects.requireNonNull(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
