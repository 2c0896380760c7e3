package academy.coldstart.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Node.js in the contract suite.
 */
final class NodeFixture implements LanguageFixture {

	private static final String BACKGROUND = """
			import { setTimeout } from "node:timers/promises";

			const call = async (path) => (await fetch(`${process.env.AWS_ENDPOINT_URL}/${path}`)).text();

			async function later() {
			  await setTimeout(300);
			  process.stdout.write("late\\n");
			  await call("late");
			}

			export const handler = async (event) => {
			  if (event === "first") {
			    later();
			  } else {
			    await setTimeout(1000);
			  }
			  return call(event);
			};
			""";

	private static final String CONTEXT = """
			export const handler = async (event, context) => {
			  const client = context.clientContext;
			  return { requestId: context.awsRequestId, arn: context.invokedFunctionArn, name: context.functionName,
			    version: context.functionVersion, memory: context.memoryLimitInMB,
			    remaining: context.getRemainingTimeInMillis(), logGroup: context.logGroupName,
			    logStream: context.logStreamName, trace: process.env._X_AMZN_TRACE_ID,
			    title: client?.client.app_title ?? null, custom: client?.custom.a ?? null, env: client?.env.c ?? null };
			};
			""";

	private static final String MISBEHAVING = """
			import { setTimeout } from "node:timers/promises";

			export const handler = async (event) => {
			  if (event === "sleep") {
			    await setTimeout(60_000);
			  }
			  while (event === "spin") {
			    // without end
			  }
			  if (event === "exit") {
			    process.exit(7);
			  }
			  return "good";
			};
			""";

	private static final String TEMPORARY = """
			import { appendFileSync, readFileSync } from "node:fs";
			import { tmpdir } from "node:os";
			import { join } from "node:path";

			export const handler = async () => {
			  appendFileSync(join(tmpdir(), "note"), "note ");
			  return readFileSync(join(process.env.TMPDIR, "note"), "utf8").trim().split(" ");
			};
			""";

	private final String runtimeId;

	private final String unserializable;

	NodeFixture(String runtimeId, String unserializable) {
		this.runtimeId = runtimeId;
		this.unserializable = unserializable;
	}

	static LanguageRuntime runtime() {
		return new NodeRuntime(NodeInterpreters.kit(), Path.of("runtimes/node"));
	}

	@Override
	public LanguageRuntime language() {
		return runtime();
	}

	@Override
	public String runtimeId() {
		return this.runtimeId;
	}

	@Override
	public String version() {
		return "Node\\.js \\d+\\.\\d+\\.\\d+";
	}

	@Override
	public Program program(Situation situation) {
		return switch (situation) {
			case ECHO -> app("""
					export const handler = async (event) => {
					  process.stdout.write("hello\\n");
					  return { got: event.x, name: "Zoë ☕" };
					};
					""");
			case NOTHING -> app("export const handler = async () => {};");
			case UNICODE -> app("""
					export const handler = async (event) => {
					  process.stdout.write(`日本 ${event}\\n`);
					  return `${event}\\u{1f600}`;
					};
					""");
			case CONTEXT -> app(CONTEXT);
			case FAILING -> app("""
					export const handler = async (event) => work(event);

					function work(event) {
					  throw new RangeError(`no such order: ${event.id}`);
					}
					""");
			case FAILING_AT_LOAD -> app("const x = undefinedName;");
			case MISSING_FILE -> Program.of("elsewhere.handler", Map.of("app.mjs", "export const x = 1;"));
			case MISSING_FUNCTION -> app("export const x = 1;");
			case UNSERIALIZABLE -> app("export const handler = async () => 10n;");
			case MISBEHAVING -> app(MISBEHAVING);
			case EXITING_AT_LOAD -> app("process.exit(4);");
			case SIZES ->
				app("""
						export const handler = async (event) => ({ length: event.text.length, text: "x".repeat(event.size) });
						""");
			case BACKGROUND -> app(BACKGROUND);
			case LAYERS -> app("""
					import { NAME } from "shared";
					import { X } from "one";
					export const handler = async () => [NAME, X];
					""");
			case ENVIRONMENT -> app("export const handler = async () => process.env;");
			case TEMPORARY -> app(TEMPORARY);
			case COUNTER -> app("""
					let count = 0;
					export const handler = async () => ++count;
					""");
			case LOG_LINES -> app("""
					process.stdout.write("loading\\n");
					export const handler = async () => {
					  for (let number = 1; number <= 100; number++) {
					    process.stdout.write(`line ${number}\\n`);
					  }
					};
					""");
		};
	}

	@Override
	public List<Map<String, byte[]>> layers() {
		return List.of(
				Program.bytes(Map.of("nodejs/node_modules/shared/index.js", "exports.NAME = 'first';",
						"nodejs/node_modules/one/package.json", "{\"type\": \"module\", \"exports\": \"./one.js\"}",
						"nodejs/node_modules/one/one.js", "export const X = 1;", "data/words.txt", "layer")),
				Program.bytes(Map.of("nodejs/node_modules/shared/index.js", "exports.NAME = 'second';")));
	}

	@Override
	public String framesField() {
		return "trace";
	}

	@Override
	public ExpectedError error(Situation situation) {
		return switch (situation) {
			case FAILING -> new ExpectedError("RangeError", "no such order: o-17",
					List.of("^RangeError: no such order: o-17$", "^    at work \\(file:///.*/app\\.mjs:4:9\\)$",
							"^    at .*handler.*/app\\.mjs:1:41\\)?$"),
					"\tERROR\tInvoke Error \t{\"errorType\":\"RangeError\",\"errorMessage\":\"no such order: o-17\"");
			case FAILING_AT_LOAD -> ExpectedError.of("ReferenceError", "undefinedName is not defined",
					"\t{\"errorType\":\"ReferenceError\",\"errorMessage\":\"undefinedName is not defined\"");
			case MISSING_FILE -> ExpectedError.of("Runtime.ImportModuleError", "Error: Cannot find module 'elsewhere'",
					"\t{\"errorType\":\"Runtime.ImportModuleError\",\"errorMessage\":\"Error: Cannot find module");
			case MISSING_FUNCTION ->
				ExpectedError.of("Runtime.HandlerNotFound", "app.handler is undefined or not exported",
						"\t{\"errorType\":\"Runtime.HandlerNotFound\",\"errorMessage\":\"app.handler is undefined");
			case UNSERIALIZABLE -> ExpectedError.of(this.unserializable, "Unable to stringify response body",
					"Do not know how to serialize a BigInt");
			default -> throw new IllegalArgumentException(situation + " does not fail");
		};
	}

	private static Program app(String code) {
		return Program.of("app.handler", Map.of("app.mjs", code));
	}

}
