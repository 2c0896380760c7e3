package academy.coldstart.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Python in the contract suite.
 */
final class PythonFixture implements LanguageFixture {

	private static final String BACKGROUND = """
			import os, threading, time, urllib.request

			def call(path):
			    return urllib.request.urlopen(os.environ["AWS_ENDPOINT_URL"] + "/" + path).read().decode()

			def later():
			    time.sleep(0.3)
			    print("late")
			    call("late")

			def handler(event, context):
			    if event == "first":
			        threading.Thread(target=later).start()
			    else:
			        time.sleep(1)
			    return call(event)
			""";

	private static final String CONTEXT = """
			import os

			def handler(event, context):
			    client = context.client_context
			    return {"requestId": context.aws_request_id, "arn": context.invoked_function_arn,
			            "name": context.function_name, "version": context.function_version,
			            "memory": context.memory_limit_in_mb, "remaining": context.get_remaining_time_in_millis(),
			            "logGroup": context.log_group_name, "logStream": context.log_stream_name,
			            "trace": os.environ.get("_X_AMZN_TRACE_ID"), "title": client and client.client.app_title,
			            "custom": client and client.custom["a"], "env": client and client.env["c"]}
			""";

	private static final String MISBEHAVING = """
			import os, time

			def handler(event, context):
			    if event == "sleep":
			        time.sleep(60)
			    while event == "spin":
			        pass
			    if event == "exit":
			        os._exit(7)
			    return "good"
			""";

	private static final String TEMPORARY = """
			import os, tempfile

			def handler(event, context):
			    with open(os.path.join(tempfile.gettempdir(), "note"), "a") as file:
			        file.write("note ")
			    return open(os.path.join(os.environ["TMPDIR"], "note")).read().split()
			""";

	static LanguageRuntime runtime() {
		return new PythonRuntime(PythonInterpreters.kit(), Path.of("runtimes/python"));
	}

	@Override
	public LanguageRuntime language() {
		return runtime();
	}

	@Override
	public String runtimeId() {
		return "python3.13";
	}

	@Override
	public String version() {
		return "Python 3\\.\\d+\\.\\d+";
	}

	@Override
	public Program program(Situation situation) {
		return switch (situation) {
			case ECHO -> app("""
					def handler(event, context):
					    print("hello")
					    return {"got": event["x"], "name": "Zoë ☕"}
					""");
			case NOTHING -> app("def handler(event, context): pass");
			case UNICODE -> app("""
					def handler(event, context):
					    print("日本 " + event)
					    return event + "\\U0001f600"
					""");
			case CONTEXT -> app(CONTEXT);
			case FAILING -> app("""
					import json

					def handler(event, context):
					    return work(event)

					def work(event):
					    raise ValueError("no such order: " + event["id"])
					""");
			case FAILING_AT_LOAD -> app("x = 1 / 0");
			case MISSING_FILE -> Program.of("elsewhere.handler", Map.of("app.py", "x = 1"));
			case MISSING_FUNCTION -> app("x = 1");
			case UNSERIALIZABLE -> app("def handler(event, context): return {1, 2}");
			case MISBEHAVING -> app(MISBEHAVING);
			case EXITING_AT_LOAD -> app("import os\nos._exit(4)");
			case SIZES -> app("""
					def handler(event, context):
					    return {"length": len(event["text"]), "text": "x" * event["size"]}
					""");
			case BACKGROUND -> app(BACKGROUND);
			case LAYERS -> app("import one, shared\ndef handler(event, context): return [shared.NAME, one.X]");
			case ENVIRONMENT -> app("import os\ndef handler(event, context): return dict(os.environ)");
			case TEMPORARY -> app(TEMPORARY);
			case COUNTER -> app("""
					count = 0

					def handler(event, context):
					    global count
					    count += 1
					    return count
					""");
			case LOG_LINES -> app("""
					print("loading")

					def handler(event, context):
					    for number in range(100):
					        print("line", number + 1)
					""");
		};
	}

	@Override
	public List<Map<String, byte[]>> layers() {
		return List.of(Program
			.bytes(Map.of("python/shared.py", "NAME = 'first'", "python/one.py", "X = 1", "data/words.txt", "layer")),
				Program.bytes(Map.of("python/shared.py", "NAME = 'second'")));
	}

	@Override
	public ExpectedError error(Situation situation) {
		return switch (situation) {
			case FAILING -> new ExpectedError("ValueError", "no such order: o-17",
					List.of("app.py\", line 4, in handler", "app.py\", line 7, in work\n    raise ValueError"),
					"[ERROR] ValueError: no such order: o-17\nTraceback");
			case FAILING_AT_LOAD -> ExpectedError.of("ZeroDivisionError", "division by zero",
					"[ERROR] ZeroDivisionError: division by zero");
			case MISSING_FILE -> ExpectedError.of("Runtime.ImportModuleError",
					"Unable to import module 'elsewhere': No module named 'elsewhere'",
					"[ERROR] Runtime.ImportModuleError: Unable to import module 'elsewhere'");
			case MISSING_FUNCTION ->
				ExpectedError.of("Runtime.HandlerNotFound", "Handler 'handler' missing on module 'app'",
						"[ERROR] Runtime.HandlerNotFound: Handler 'handler' missing on module 'app'");
			case UNSERIALIZABLE -> ExpectedError.of("Runtime.MarshalError",
					"Unable to marshal response: Object of type set is not JSON serializable",
					"[ERROR] Runtime.MarshalError: Unable to marshal response");
			default -> throw new IllegalArgumentException(situation + " does not fail");
		};
	}

	private static Program app(String code) {
		return Program.of("app.handler", Map.of("app.py", code));
	}

}
