package academy.coldstart.execution;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import academy.coldstart.execution.TestFunction.Result;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.ExecutionEnvironment.End;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Invocation.Outcome;
import academy.coldstart.trace.LogLine;
import academy.coldstart.trace.Phase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Start, freeze, kill, renewal and end of execution environments.
 */
class EnvironmentLifeIntegrationTests {

	private static final String CALL = """
			import os, threading, time, urllib.request
			def call(path):
			    url = os.environ["AWS_ENDPOINT_URL"] + "/" + path
			    return urllib.request.urlopen(url).read().decode()
			""";

	private final Companion companion = new Companion();

	@RegisterExtension
	private final HostExtension extension = new HostExtension(this.companion);

	@Test
	void tellsTheWayToAwsWhatTheEnvironmentIsDoing() {
		TestFunction function = python(CALL + """
				call("init")
				def handler(event, context):
				    return call("invoke")
				""").started();
		Result result = function.invoke("{}");
		List<RecordedEndpoint.Call> calls = this.extension.host().aws().calls();
		assertThat(calls).extracting(RecordedEndpoint.Call::phase).containsExactly(Phase.INIT, Phase.INVOKE);
		assertThat(calls).extracting(RecordedEndpoint.Call::invocation).containsExactly(null, result.requestId());
		assertThat(calls).extracting(RecordedEndpoint.Call::environment).containsOnly(environments().get(0).id());
	}

	@Test
	void recordsInitInvocationAndEnd() {
		TestFunction function = python("print('loading')\ndef handler(event, context): print('working')").started();
		Result result = function.invoke("{\"order\": \"o-17\"}");
		function.stop();
		ExecutionEnvironment environment = environments().get(0);
		assertThat(environment.function()).isEqualTo("orders");
		assertThat(environment.runtimeVersion()).startsWith("Python 3.");
		assertThat(environment.end()).isEqualTo(End.SHUT_DOWN);
		Invocation invocation = invocations().get(0);
		assertThat(invocation.coldStart()).isTrue();
		assertThat(invocation.outcome()).isEqualTo(Outcome.SUCCEEDED);
		assertThat(invocation.event().text()).isEqualTo("{\"order\": \"o-17\"}");
		assertThat(invocation.startMs()).isGreaterThanOrEqualTo(environment.initEndMs());
		assertThat(invocation.maxMemoryMb()).isBetween(5L, 128L);
		assertThat(logs("loading")).extracting(LogLine::invocation).containsExactly((String) null);
		assertThat(logs("working")).extracting(LogLine::invocation).containsExactly(result.requestId());
		assertThat(result.logs()).startsWith("loading\nSTART");
		assertThat(result.ended()).isFalse();
	}

	@Test
	void startsAnotherProcessAfterAKill() {
		TestFunction function = python(CALL + """
				def handler(event, context):
				    if event == "slow":
				        call("reached")
				        time.sleep(60)
				    return os.getpid()
				""").with("timeoutSeconds", 60).started();
		CompletableFuture<Result> slow = CompletableFuture.supplyAsync(() -> function.invoke("\"slow\""));
		Awaitility.await().until(() -> !this.extension.host().aws().calls().isEmpty());
		this.extension.host().host().kill(TestHost.ACCOUNT, environments().get(0).id());
		assertThat(slow.join().errorMessage()).endsWith("Error: Runtime exited with error: signal: killed");
		assertThat(slow.join().errorType()).isEqualTo("Runtime.ExitError");
		assertThat(slow.join().ended()).isTrue();
		assertThat(invocations().get(0).outcome()).isEqualTo(Outcome.KILLED);
		assertThat(environments().get(0).end()).isEqualTo(End.KILLED);
		assertThat(function.invoke("{}").logs()).contains("Init Duration");
		assertThat(environments()).hasSize(2);
	}

	@Test
	void renewsIdleEnvironmentsOfOneFunction() {
		TestFunction function = python("import os\ndef handler(event, context): return os.getpid()").started();
		TestFunction other = python("def handler(event, context): pass").with("function", "other").started();
		function.invoke("{}");
		other.invoke("{}");
		this.extension.host().host().renew(TestHost.ACCOUNT, "orders");
		assertThat(function.invoke("{}").logs()).contains("Init Duration");
		assertThat(other.invoke("{}").logs()).doesNotContain("Init Duration");
		assertThat(environments()).extracting(ExecutionEnvironment::end).containsExactly(End.SHUT_DOWN, null, null);
	}

	@Test
	void runsEnvironmentsSideBySide() {
		TestFunction function = python("""
				import os, time
				def handler(event, context):
				    time.sleep(0.5)
				    return [event, os.getuid()]
				""");
		List<TestFunction> environments = IntStream.range(0, 6)
			.mapToObj((i) -> this.extension.host().copy(function))
			.toList();
		List<CompletableFuture<Result>> results = environments.stream()
			.map((each) -> CompletableFuture.supplyAsync(() -> each.started().invoke("\"" + each.id() + "\""),
					(task) -> Thread.ofVirtual().start(task)))
			.toList();
		for (int i = 0; i < environments.size(); i++) {
			assertThat(results.get(i).join().payload()).contains(environments.get(i).id());
		}
		assertThat(results.stream().map(CompletableFuture::join).map((result) -> result.payload().split(",", -1)[1]))
			.hasSameSizeAs(environments);
	}

	@Test
	void endsEverythingOfADismissedAccount() {
		TestFunction function = python("def handler(event, context): pass").started();
		function.invoke("{}");
		this.extension.host().host().dismiss(TestHost.ACCOUNT);
		assertThat(this.extension.processes()).isEmpty();
		assertThat(this.extension.host().aws().closed()).containsExactly(environments().get(0).id());
		assertThat(function.start().status()).isEqualTo(403);
	}

	@Test
	void stopsAnEnvironmentDuringInit() {
		TestFunction function = python(CALL + "call('init')\ntime.sleep(60)");
		CompletableFuture<TestHost.Reply> starting = CompletableFuture.supplyAsync(function::start);
		Awaitility.await().until(() -> !this.extension.host().aws().calls().isEmpty());
		assertThat(function.stop()).isEqualTo(200);
		assertThat(starting.join().status()).isEqualTo(409);
	}

	@Test
	void letsFunctionsReachCompanionServices() {
		TestFunction function = python(COMPANION).started();
		Result result = function.invoke("\"charge\"");
		assertThat(result.payload()).isEqualTo("[200, \"psp got charge on /charges?x=1\"]");
		AwsCall call = this.extension.host().trace().calls().get(0);
		assertThat(call.service()).isEqualTo("psp");
		assertThat(call.operation()).isEqualTo("POST");
		assertThat(call.resource()).isEqualTo("/charges");
		assertThat(call.invocation()).isEqualTo(result.requestId());
		assertThat(call.status()).isEqualTo(200);
		assertThat(this.companion.callers).containsExactly(environments().get(0).id());
	}

	@Test
	void crashesWhenACompanionServiceSaysSo() {
		TestFunction function = python(COMPANION).started();
		Result result = function.invoke("\"crash\"");
		assertThat(result.errorMessage()).endsWith("signal: killed");
		assertThat(invocations().get(0).outcome()).isEqualTo(Outcome.KILLED);
		AwsCall call = this.extension.host().trace().calls().get(0);
		assertThat(call.outcome()).isEqualTo(CallOutcome.BROKEN);
		assertThat(function.invoke("\"again\"").isError()).isFalse();
	}

	@Test
	void holdsTheRuntimeApiToItsRules() {
		TestFunction function = python("""
				import os, urllib.error, urllib.request
				api = "http://" + os.environ["AWS_LAMBDA_RUNTIME_API"] + "/2018-06-01/runtime/"
				def status(method, path, body=None):
				    try:
				        request = urllib.request.Request(api + path, body, method=method)
				        return urllib.request.urlopen(request).status
				    except urllib.error.HTTPError as problem:
				        return problem.code
				before = [status("POST", "invocation/x/response", b"{}"), status("GET", "restore/next")]
				def handler(event, context):
				    own = f"invocation/{context.aws_request_id}/response"
				    answers = [status("GET", "invocation/next"), status("POST", "invocation/other/response", b"1"),
				        status("POST", "init/error", b"{}"), status("GET", "nothing"), status("DELETE", own),
				        status("POST", own, b'"first"'), status("POST", own, b'"second"')]
				    print(before, answers)
				    return "third"
				""").started();
		Result result = function.invoke("{}");
		assertThat(result.payload()).isEqualTo("\"first\"");
		assertThat(result.logs()).contains("[400, 403] [403, 400, 403, 404, 404, 202, 403]");
	}

	@Test
	void saysWhichLineMadeAnAwsCall() {
		TestFunction function = this.extension.host().function(Map.of("app.py", """
				import botocore.session
				session = botocore.session.Session()
				def handler(event, context):
				    return session.send()
				""", "botocore/__init__.py", "", "botocore/session.py", """
				class Session:
				    def __init__(self):
				        self.hooks = []
				    def register(self, name, hook):
				        self.hooks.append((name, hook))
				    def send(self):
				        class Request: headers = {}
				        for name, hook in self.hooks:
				            hook(request=Request, event_name=name)
				        return [self.hooks[0][0], Request.headers]
				""")).started();
		assertThat(function.invoke("{}").payload())
			.isEqualTo("[\"before-send\", {\"x-coldstart-frame\": \"app.py:4\"}]");
	}

	private static final String COMPANION = """
			import os, urllib.request
			def handler(event, context):
			    request = urllib.request.Request(os.environ["PSP_URL"] + "/charges?x=1", event.encode(), method="POST")
			    with urllib.request.urlopen(request) as response:
			        return [response.status, response.read().decode()]
			""";

	private TestFunction python(String code) {
		return this.extension.host().python(code);
	}

	private List<ExecutionEnvironment> environments() {
		return this.extension.host().trace().environments();
	}

	private List<Invocation> invocations() {
		return this.extension.host().trace().invocations();
	}

	private List<LogLine> logs(String text) {
		return this.extension.host().trace().logs().stream().filter((line) -> line.text().equals(text)).toList();
	}

	private static final class Companion implements CompanionService {

		private final List<String> callers = new CopyOnWriteArrayList<>();

		@Override
		public String name() {
			return "psp";
		}

		@Override
		public String variable() {
			return "PSP_URL";
		}

		@Override
		public Answer answer(Request request, Caller caller) {
			this.callers.add(caller.environment());
			if (request.body().equals("crash")) {
				caller.kill();
			}
			return new Answer(200, Map.of("Content-Type", "text/plain"),
					"psp got " + request.body() + " on " + request.path());
		}

	}

}
