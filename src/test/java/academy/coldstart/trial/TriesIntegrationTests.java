package academy.coldstart.trial;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.execution.EnvironmentHost;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.OpenStack.Failed;
import academy.coldstart.grading.OpenStack.Returned;
import academy.coldstart.grading.RealEngineTest;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.LogLine;
import academy.coldstart.trace.Trace;
import academy.coldstart.trial.TryOutcome.Deployed;
import academy.coldstart.trial.TryOutcome.Invoked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tries code on the real engine, on one that is not replaced meanwhile: that would close
 * what is open.
 */
@RealEngineTest
@TestPropertySource(
		properties = { "coldstart.engine.recycle-after-leases=1000", "coldstart.engine.recycle-above-memory=8GB" })
class TriesIntegrationTests {

	private static final String COUNTING = """
			import boto3

			count = 0


			def handler(event, context):
			    global count
			    count += 1
			    print("order", event["orderId"])
			    return {"count": count, "code": "%s", "account": boto3.client("sts").get_caller_identity()["Account"]}
			""";

	@Autowired
	private Course course;

	@Autowired
	private Tries tries;

	@Autowired
	private EnvironmentHost host;

	@Autowired
	private Engine engine;

	@BeforeEach
	void waitForTheEngine() {
		this.engine.prepare();
		await().atMost(Duration.ofMinutes(5)).until(() -> this.engine.status().state() == EngineStatus.State.READY);
	}

	@AfterEach
	void nothingIsLeft() {
		for (Language language : Language.values()) {
			this.tries.startAfresh(new TryPlace(hello().slug(), language));
		}
		await().untilAsserted(() -> assertThat(this.host.remains()).isEmpty());
	}

	@Test
	void sameFilesRunAtOnceInTheWarmEnvironment() {
		Invoked first = invoked(python(COUNTING.formatted("one"), "{\"orderId\": \"o-1\"}"));
		Invoked second = invoked(python(COUNTING.formatted("one"), "{\"orderId\": \"o-2\"}"));

		assertThat(first.deployment()).isEqualTo(Deployed.STACK);
		assertThat(second.deployment()).isEqualTo(Deployed.NOTHING);
		assertThat(returned(first)).contains("\"count\": 1");
		assertThat(returned(second)).contains("\"count\": 2");
		assertThat(invocation(first).coldStart()).isTrue();
		assertThat(invocation(second).coldStart()).isFalse();
		assertThat(invocation(second).billedMs()).isPositive();
		Trace trace = trace(second);
		assertThat(trace.logs()).extracting(LogLine::text)
			.contains("order o-2")
			.noneMatch((line) -> line.contains("o-1"))
			.anyMatch((line) -> line.startsWith("REPORT RequestId: "));
		assertThat(trace.calls()).hasSize(1);
		assertThat(trace.actions()).isEmpty();
		assertThat(trace.environments()).singleElement().matches((environment) -> environment.precedesTrace());
	}

	@Test
	void changedCodeTakesEffectInANewEnvironmentOfTheSameAccount() {
		Invoked first = invoked(python(COUNTING.formatted("one"), "{\"orderId\": \"o-1\"}"));
		Invoked second = invoked(python(COUNTING.formatted("two"), "{\"orderId\": \"o-2\"}"));

		assertThat(second.deployment()).isEqualTo(Deployed.CODE);
		assertThat(returned(second)).contains("\"count\": 1", "\"code\": \"two\"");
		assertThat(invocation(second).coldStart()).isTrue();
		assertThat(account(second)).isEqualTo(account(first));
	}

	@ParameterizedTest
	@EnumSource(value = Language.class, names = { "NODE", "JAVA" })
	void otherLanguagesAnswerAndFailAtTheirLines(Language language) {
		Invoked answered = invoked(
				starter(language, (text) -> text, "{\"orderId\": \"o-1\", \"lines\": [{\"qty\": 2}]}"));
		assertThat(returned(answered)).contains("Order o-1 received: 1 items");
		assertThat(invocation(answered).coldStart()).isTrue();
		Invoked warm = invoked(starter(language, (text) -> text, "{\"orderId\": \"o-2\", \"lines\": []}"));
		assertThat(warm.deployment()).isEqualTo(Deployed.NOTHING);
		assertThat(invocation(warm).coldStart()).isFalse();

		Failed failed = failed(starter(language, (text) -> text, "{\"orderId\": \"o-3\"}"));
		assertThat(failed.place()).extracting(CheckResult.Place::file)
			.isEqualTo(Objects.requireNonNull(hello().handlers().get(language)).file());
		assertThat(lineOf(failed, language)).contains("lines");

		Invoked changed = invoked(starter(language, (text) -> text.replace("received", "taken"),
				"{\"orderId\": \"o-4\", \"lines\": []}"));
		assertThat(changed.deployment()).isEqualTo(Deployed.CODE);
		assertThat(returned(changed)).contains("Order o-4 taken");
		assertThat(invocation(changed).coldStart()).isTrue();
	}

	@Test
	void anotherTemplateIsDeployedAnewAndForgets() {
		Exercise exercise = this.course.exercise(new Slug("one-bad-apple")).orElseThrow();
		Map<String, byte[]> files = new HashMap<>(this.course.starter(exercise, Language.PYTHON).contents());
		String event = this.course.events(exercise).getFirst().json();
		TryPlace place = TryPlace.of(exercise, Language.PYTHON);
		try {
			Invoked first = invoked(new TryOrder(exercise, Language.PYTHON, SourceFiles.of(files), "", event));
			files.put("template.yaml",
					new String(files.get("template.yaml"), StandardCharsets.UTF_8)
						.replace("MemorySize: 256", "MemorySize: 512")
						.getBytes(StandardCharsets.UTF_8));
			Invoked second = invoked(new TryOrder(exercise, Language.PYTHON, SourceFiles.of(files), "", event));
			assertThat(second.deployment()).isEqualTo(Deployed.OTHER_STACK);
			assertThat(trace(second).account()).isNotEqualTo(trace(first).account());
			assertThat(trace(second).environments()).anyMatch((environment) -> environment.memoryMb() == 512);
			files.put("template.yaml", "Resources: {Site: {Type: AWS::Amplify::App}}".getBytes(StandardCharsets.UTF_8));
			assertThat(this.tries.attempt(new TryOrder(exercise, Language.PYTHON, SourceFiles.of(files), "", event)))
				.isInstanceOfSatisfying(TryOutcome.NotDeployed.class,
						(refused) -> assertThat(refused.problem().kind()).isEqualTo("unsupported-resource"));
			assertThat(this.tries.isOpen(place)).isTrue();
		}
		finally {
			this.tries.startAfresh(place);
		}
	}

	@Test
	void startingAfreshDeploysIntoAnotherAccount() {
		Invoked first = invoked(python(COUNTING.formatted("one"), "{\"orderId\": \"o-1\"}"));
		this.tries.startAfresh(TryPlace.of(hello(), Language.PYTHON));
		Invoked second = invoked(python(COUNTING.formatted("one"), "{\"orderId\": \"o-2\"}"));

		assertThat(second.deployment()).isEqualTo(Deployed.STACK);
		assertThat(account(second)).isNotEqualTo(account(first));
	}

	@Test
	void raisedErrorNamesTheLine() {
		Failed failed = failed(python("""
				def handler(event, context):
				    print(event["orderId"])
				    return event["total"]
				""", "{\"orderId\": \"o-1\"}"));

		assertThat(failed.type()).isEqualTo("KeyError");
		assertThat(failed.place()).isEqualTo(new CheckResult.Place("handler.py", 3));
		assertThat(failed.error()).contains("stackTrace");
	}

	@Test
	void functionThatTakesTooLongTimesOut() {
		Failed failed = failed(python("""
				import time

				def handler(event, context):
				    time.sleep(60)
				""", "{}"));

		assertThat(failed.type()).isEqualTo("Sandbox.Timedout");
		assertThat(failed.explanation()).contains("Task timed out after 3.00 seconds", "Look for a loop or a call");
		assertThat(failed.trace().invocations()).singleElement()
			.matches((one) -> one.outcome() == Invocation.Outcome.TIMED_OUT);
	}

	@Test
	void codeThatCannotBeLoadedSaysWhere() {
		Failed failed = failed(python("import json\n\ndef handler(event, context)\n    return 1\n", "{}"));

		assertThat(failed.type()).isEqualTo("Runtime.UserCodeSyntaxError");
		assertThat(failed.place()).isEqualTo(new CheckResult.Place("handler.py", 3));
	}

	@Test
	void missingHandlerIsNotDeployed() {
		TryOutcome outcome = this.tries.attempt(new TryOrder(hello(), Language.PYTHON,
				SourceFiles.of(Map.of("main.py", "pass".getBytes(StandardCharsets.UTF_8))), "", "{}"));

		assertThat(outcome).isInstanceOfSatisfying(TryOutcome.NotDeployed.class,
				(refused) -> assertThat(refused.problem().kind()).isEqualTo("handler-missing"));
	}

	@Test
	void unknownFunctionIsNamed() {
		TryOutcome outcome = this.tries.attempt(new TryOrder(hello(), Language.PYTHON,
				this.course.starter(hello(), Language.PYTHON), "OtherFunction", "{}"));

		assertThat(outcome).isEqualTo(new TryOutcome.NoFunction("OtherFunction", List.of("IntakeFunction")));
	}

	private Invoked invoked(TryOrder order) {
		TryOutcome outcome = this.tries.attempt(order);
		assertThat(outcome).as("%s", outcome).isInstanceOf(Invoked.class);
		return (Invoked) outcome;
	}

	private Failed failed(TryOrder order) {
		Invoked invoked = invoked(order);
		assertThat(invoked.answer()).isInstanceOf(Failed.class);
		return (Failed) invoked.answer();
	}

	private static String returned(Invoked invoked) {
		assertThat(invoked.answer()).as("%s", invoked.answer()).isInstanceOf(Returned.class);
		return ((Returned) invoked.answer()).response();
	}

	private static String account(Invoked invoked) {
		return returned(invoked).replaceAll(".*\"account\": \"(\\d{12})\".*", "$1");
	}

	private static Trace trace(Invoked invoked) {
		return ((Returned) invoked.answer()).trace();
	}

	private static Invocation invocation(Invoked invoked) {
		return trace(invoked).invocations().getFirst();
	}

	private TryOrder starter(Language language, UnaryOperator<String> change, String event) {
		Map<String, byte[]> files = new HashMap<>(this.course.starter(hello(), language).contents());
		files.replaceAll((path, content) -> change.apply(new String(content, StandardCharsets.UTF_8))
			.getBytes(StandardCharsets.UTF_8));
		return new TryOrder(hello(), language, SourceFiles.of(files), "", event);
	}

	private String lineOf(Failed failed, Language language) {
		CheckResult.Place place = Objects.requireNonNull(failed.place());
		return this.course.starter(hello(), language)
			.text(place.file())
			.lines()
			.skip(place.line() - 1)
			.findFirst()
			.orElse("");
	}

	private TryOrder python(String handler, String event) {
		return new TryOrder(hello(), Language.PYTHON,
				SourceFiles.of(Map.of("handler.py", handler.getBytes(StandardCharsets.UTF_8))), "", event);
	}

	private Exercise hello() {
		return this.course.exercise(new Slug("hello-larkspur")).orElseThrow();
	}

}
