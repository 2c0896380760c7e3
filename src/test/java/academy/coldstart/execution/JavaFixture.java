package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Java in the contract suite.
 */
final class JavaFixture implements LanguageFixture {

	private static final String HEAD = """
			package app;

			import java.net.URI;
			import java.nio.file.Files;
			import java.nio.file.Path;
			import java.nio.file.StandardOpenOption;
			import java.util.*;

			import com.amazonaws.services.lambda.runtime.*;

			""";

	private static final String BACKGROUND = """
			public class Handler implements RequestHandler<String, String> {
				public String handleRequest(String event, Context context) {
					if (event.equals("first")) {
						new Thread(Handler::later).start();
					}
					else {
						sleep(1000);
					}
					return call(event);
				}
				private static void later() {
					sleep(300);
					System.out.println("late");
					call("late");
				}
				private static String call(String path) {
					try (var in = URI.create(System.getenv("AWS_ENDPOINT_URL") + "/" + path).toURL().openStream()) {
						return new String(in.readAllBytes());
					}
					catch (java.io.IOException ex) {
						throw new java.io.UncheckedIOException(ex);
					}
				}
				private static void sleep(long milliseconds) {
					try {
						Thread.sleep(milliseconds);
					}
					catch (InterruptedException ex) {
						throw new IllegalStateException(ex);
					}
				}
			}
			""";

	private static final String CONTEXT = """
			public class Handler implements RequestHandler<Object, Map<String, Object>> {
				public Map<String, Object> handleRequest(Object event, Context context) {
					ClientContext client = context.getClientContext();
					Map<String, Object> map = new TreeMap<>();
					map.put("requestId", context.getAwsRequestId());
					map.put("arn", context.getInvokedFunctionArn());
					map.put("name", context.getFunctionName());
					map.put("version", context.getFunctionVersion());
					map.put("memory", context.getMemoryLimitInMB());
					map.put("remaining", context.getRemainingTimeInMillis());
					map.put("logGroup", context.getLogGroupName());
					map.put("logStream", context.getLogStreamName());
					map.put("trace", System.getProperty("com.amazonaws.xray.traceHeader"));
					map.put("title", (client != null) ? client.getClient().getAppTitle() : null);
					map.put("custom", (client != null) ? client.getCustom().get("a") : null);
					map.put("env", (client != null) ? client.getEnvironment().get("c") : null);
					return map;
				}
			}
			""";

	private static final String ECHO = """
			public class Handler implements RequestStreamHandler {
				private static final com.fasterxml.jackson.databind.ObjectMapper JSON
					= new com.fasterxml.jackson.databind.ObjectMapper();
				public void handleRequest(java.io.InputStream in, java.io.OutputStream out, Context context)
						throws java.io.IOException {
					System.out.println("hello");
					var answer = JSON.createObjectNode().put("name", "Zoë ☕");
					JSON.writeValue(out, answer.set("got", JSON.readTree(in).get("x")));
				}
			}
			""";

	private static final String MISBEHAVING = """
			public class Handler implements RequestHandler<String, String> {
				public String handleRequest(String event, Context context) {
					try {
						switch (event) {
							case "sleep" -> Thread.sleep(60_000);
							case "spin" -> {
								while (true) {
								}
							}
							case "exit" -> System.exit(7);
						}
					}
					catch (InterruptedException ex) {
						throw new IllegalStateException(ex);
					}
					return "good";
				}
			}
			""";

	private static final String TEMPORARY = """
			public class Handler {
				public List<String> handle() throws Exception {
					Path note = Path.of(System.getProperty("java.io.tmpdir"), "note");
					Files.writeString(note, "note ", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
					return List.of(Files.readString(Path.of(System.getenv("TMPDIR"), "note")).split(" "));
				}
			}
			""";

	private final JavaKitForTests kit = JavaKitForTests.shared();

	private final JavaPrograms programs = new JavaPrograms(this.kit.installation().orElseThrow());

	@Override
	public LanguageRuntime language() {
		return new JavaRuntime(this.kit, Path.of("runtimes/java"));
	}

	@Override
	public String runtimeId() {
		return "java21";
	}

	@Override
	public String version() {
		return "Java \\d+(\\.\\d+)*";
	}

	@Override
	public int memoryMb() {
		return 256;
	}

	@Override
	public Program program(Situation situation) {
		return switch (situation) {
			case ECHO -> app("app.Handler", ECHO);
			case NOTHING -> method("public void handle(Map<String, Object> event) {}");
			case UNICODE -> handler("String, String", """
					System.out.println("日本 " + event);
					return event + "😀";
					""");
			case CONTEXT -> app("app.Handler", CONTEXT);
			case FAILING -> handler("Map<String, String>, String", """
					return work(event);
					}
					private String work(Map<String, String> event) {
						throw new IllegalArgumentException("no such order: " + event.get("id"));
					""");
			case FAILING_AT_LOAD -> method("static int x = 1 / Integer.parseInt(\"0\"); public void handle() {}");
			case MISSING_FILE -> app("app.Elsewhere", "public class Handler {}");
			case MISSING_FUNCTION -> app("app.Handler::handle", "public class Handler {}");
			case UNSERIALIZABLE -> method("public Object handle() { return Collections.singletonMap(null, 1); }");
			case MISBEHAVING -> app("app.Handler", MISBEHAVING);
			case EXITING_AT_LOAD -> method("static { Runtime.getRuntime().exit(4); } public void handle() {}");
			case SIZES -> handler("Map<String, Object>, Map<String, Object>", """
					return Map.of("length", ((String) event.get("text")).length(),
							"text", "x".repeat((Integer) event.get("size")));
					""");
			case BACKGROUND -> app("app.Handler", BACKGROUND);
			case LAYERS -> layered();
			case ENVIRONMENT -> method("public Map<String, String> handle() { return System.getenv(); }");
			case TEMPORARY -> app("app.Handler::handle", TEMPORARY);
			case COUNTER -> method("static int count; public static int handle() { return ++count; }");
			case LOG_LINES -> method("""
					static {
						System.out.println("loading");
					}
					public void handle() {
						for (int number = 1; number <= 100; number++) {
							System.out.println("line " + number);
						}
					}
					""");
		};
	}

	private Program layered() {
		Map<String, byte[]> classes = new TreeMap<>(this.programs.compile(Map.of("app/Handler.java", HEAD
				+ "public class Handler { public Object handle() { return List.of(shared.Shared.name(), one.One.x()); } }",
				"shared/Shared.java", shared("any"), "one/One.java", ONE)));
		classes.keySet().removeIf((name) -> !name.startsWith("app/"));
		return new Program("app.Handler::handle", classes);
	}

	private static final String ONE = "package one; public class One { public static int x() { return 1; } }";

	private static String shared(String name) {
		return "package shared; public class Shared { public static String name() { return \"" + name + "\"; } }";
	}

	@Override
	public List<Map<String, byte[]>> layers() {
		return List.of(
				Map.of("java/lib/shared.jar", jar("shared/Shared.java", shared("first")), "java/lib/one.jar",
						jar("one/One.java", ONE)),
				Map.of("java/lib/shared.jar", jar("shared/Shared.java", shared("second"))));
	}

	private byte[] jar(String file, String source) {
		return Zips.ofBytes(this.programs.compile(Map.of(file, source)));
	}

	@Override
	public ExpectedError error(Situation situation) {
		return switch (situation) {
			case FAILING -> new ExpectedError("java.lang.IllegalArgumentException", "no such order: o-17",
					List.of("app\\.Handler\\.work\\(Handler\\.java:\\d+\\)",
							"app\\.Handler\\.handleRequest\\(Handler\\.java:\\d+\\)",
							"app\\.Handler\\.handleRequest\\(Handler\\.java:\\d+\\)"),
					"no such order: o-17: java.lang.IllegalArgumentException\n"
							+ "java.lang.IllegalArgumentException: no such order: o-17\n\tat app.Handler.work(Handler.java:");
			case FAILING_AT_LOAD -> ExpectedError.of("java.lang.ExceptionInInitializerError",
					"Error loading class app.Handler", "Error loading class app.Handler");
			case MISSING_FILE -> ExpectedError.of("java.lang.ClassNotFoundException", "Class not found: app.Elsewhere",
					"Class not found: app.Elsewhere: java.lang.ClassNotFoundException");
			case MISSING_FUNCTION -> ExpectedError.of("Runtime.BadFunctionCode",
					"No public method named handle with appropriate method signature found on class app.Handler",
					"No public method named handle with appropriate method signature found");
			case UNSERIALIZABLE -> ExpectedError.of("java.lang.RuntimeException",
					"An error occurred during JSON serialization of response",
					"Null key for a Map not allowed in JSON");
			default -> throw new IllegalArgumentException(situation + " does not fail");
		};
	}

	/** A handler that implements the interface. */
	private Program handler(String types, String body) {
		String[] both = types.split(", (?=\\w+(<[^>]*>)?$)", -1);
		return app("app.Handler", "public class Handler implements RequestHandler<" + types + "> { public " + both[1]
				+ " handleRequest(" + both[0] + " event, Context context) {\n" + body + "\n} }");
	}

	/** A handler that is a method named {@code handle}. */
	Program method(String members) {
		return app("app.Handler::handle", "public class Handler {\n" + members + "\n}");
	}

	private Program app(String handler, String code) {
		return program(Map.of("app/Handler.java", HEAD + code), handler);
	}

	Program program(Map<String, String> sources, String handler) {
		return new Program(handler, this.programs.compile(sources));
	}

	static Map<String, byte[]> with(Map<String, byte[]> files, String name, String text) {
		Map<String, byte[]> all = new TreeMap<>(files);
		all.put(name, text.getBytes(StandardCharsets.UTF_8));
		return all;
	}

}
