package academy.coldstart.execution;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.coldstart.execution.TestFunction.Result;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.ExecutionEnvironment.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract for Node.js as nodejs24.x runs it, and what only Node.js functions expect
 * of Lambda.
 */
class NodeContractIntegrationTests extends LanguageContract {

	private static final String MODULE = "{\"type\": \"module\"}";

	NodeContractIntegrationTests() {
		super(new NodeFixture("nodejs24.x", "Runtime.JSONStringifyError"));
	}

	@ParameterizedTest
	@CsvSource({ "commonjs.handler, commonjs", "extension.handler, cjs", "module/index.handler, module",
			"nested.api.orders.handler, nested", "default.handler, default" })
	void loadsModulesOfEveryKind(String handler, String answer) {
		Map<String, String> files = Map.of("commonjs.js", "exports.handler = async () => 'commonjs';", "extension.cjs",
				"exports.handler = async () => 'cjs';", "module/package.json", MODULE, "module/index.js",
				"import { NAME } from './lib.js';\nexport const handler = async () => NAME;", "module/lib.js",
				"export const NAME = 'module';", "nested.mjs",
				"export const api = { orders: { handler: async () => 'nested' } };", "default.cjs",
				"module.exports = Object.assign(() => 1, { handler: async () => 'default' });");
		assertThat(value(function(Program.of(handler, files)).started().invoke("{}")).asString()).isEqualTo(answer);
	}

	@Test
	void awaitsTheTopLevelAsPartOfInit() {
		Result result = module("""
				import { setTimeout } from "node:timers/promises";
				const name = await setTimeout(50, "ready");
				export const handler = async () => name;
				""").started().invoke("{}");
		assertThat(value(result).asString()).isEqualTo("ready");
		ExecutionEnvironment first = environments().get(0);
		assertThat(Objects.requireNonNull(first.initEndMs()) - first.initStartMs()).isGreaterThan(50);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					app.handler | app.mjs | export const handler = async () => { return {; }; | SyntaxError: Unexpected token ';' | app.mjs:1
					app.handler | app.cjs | exports.handler = async () => { return {; }; | SyntaxError: Unexpected token ';' | app.cjs:1
					app.handler | app.js | export const handler = async () => 1; | SyntaxError: Unexpected token 'export' | app.js:1
					app.handler | app.mjs | import { nothing } from 'node:fs'; | SyntaxError: The requested module 'node:fs' does not provide an export named 'nothing' | app.mjs:1
					""")
	void saysWhereASyntaxErrorIs(String handler, String file, String code, String message, String place) {
		JsonNode error = initError(Program.of(handler, Map.of(file, code)));
		assertThat(error.path("errorType").asString()).isEqualTo("Runtime.UserCodeSyntaxError");
		assertThat(error.path("errorMessage").asString()).isEqualTo(message);
		assertThat(error.path("trace").path(0).asString()).endsWith("/" + place);
	}

	@Test
	void saysWhereASyntaxErrorInAnImportedFileIs() {
		JsonNode error = initError(Program.of("app.handler",
				Map.of("app.mjs", "import './lib.mjs';\nexport const handler = async () => 1;", "lib.mjs",
						"export const x = 1;\nconst y = ;\n")));
		assertThat(error.path("trace").path(0).asString()).endsWith("/lib.mjs:2");
		assertThat(error.path("trace").path(1).asString()).isEqualTo("const y = ;");
	}

	@Test
	void saysWhichModuleIsMissing() {
		JsonNode error = initError(Program.of("app.handler", Map.of("app.cjs", "require('no-such-package');")));
		assertThat(error.path("errorType").asString()).isEqualTo("Runtime.ImportModuleError");
		assertThat(error.path("errorMessage").asString())
			.startsWith("Error: Cannot find module 'no-such-package'\nRequire stack:\n- /")
			.endsWith("/app.cjs")
			.doesNotContain("bootstrap");
		JsonNode module = initError(Program.of("app.handler", Map.of("app.mjs", "import 'no-such-package';")));
		assertThat(module.path("errorMessage").asString()).startsWith("Cannot find package 'no-such-package' imported");
	}

	@ParameterizedTest
	@CsvSource({ "app.value, Runtime.HandlerNotFound, app.value is not a function",
			"app, Runtime.MalformedHandlerName, Bad handler" })
	void refusesAHandlerThatIsNotAFunction(String handler, String type, String message) {
		JsonNode error = initError(Program.of(handler, Map.of("app.mjs", "export const value = 5;")));
		assertThat(error.path("errorType").asString()).isEqualTo(type);
		assertThat(error.path("errorMessage").asString()).isEqualTo(message);
	}

	@Test
	void refusesHandlersThatTakeACallback() {
		JsonNode error = initError(Program.of("app.handler",
				Map.of("app.mjs", "export const handler = async (event, context, callback) => 1;")));
		assertThat(error.path("errorType").asString()).isEqualTo("Runtime.CallbackHandlerDeprecated");
		assertThat(error.path("errorMessage").asString()).startsWith(
				"ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24.");
	}

	@Test
	void hasNoFunctionsOfCallbackHandlersInTheContext() {
		Result result = module("export const handler = async (event, context) => Object.keys(context);").started()
			.invoke("{}");
		assertThat(result.payload()).contains("getRemainingTimeInMillis")
			.doesNotContain("succeed", "fail", "done", "callbackWaitsForEmptyEventLoop");
	}

	@Test
	void returnsTheValueOfAHandlerThatIsNotAsynchronous() {
		assertThat(module("export const handler = (event) => event.x;").started().invoke("{\"x\": 3}").payload())
			.isEqualTo("3");
	}

	@Test
	void failsWhenAPromiseIsRejectedAndNobodyListens() {
		TestFunction function = module("""
				const work = async () => { throw new TypeError("nobody listens"); };
				export const handler = async (event) => {
				  if (event.fail) {
				    work();
				  }
				  return "done";
				};
				""").started();
		Result result = function.invoke("{\"fail\": true}");
		assertThat(result.errorType()).isEqualTo("Runtime.UnhandledPromiseRejection");
		assertThat(result.errorMessage()).isEqualTo("TypeError: nobody listens");
		assertThat(result.json().path("trace").path(1).asString()).contains("/app.mjs:1:");
		assertThat(result.logs()).contains("\tERROR\tUnhandled Promise Rejection \t{\"errorType\":");
		assertThat(value(function.invoke("{}")).asString()).isEqualTo("done");
		assertThat(environments()).extracting(ExecutionEnvironment::end).containsExactly(End.EXITED, null);
	}

	@Test
	void failsWhenAnErrorIsNotCaught() {
		TestFunction function = module("""
				export const handler = async () => {
				  setTimeout(() => { throw new RangeError("too late"); }, 10);
				  await new Promise((resolve) => setTimeout(resolve, 10_000));
				};
				""").started();
		Result result = function.invoke("{}");
		assertThat(result.errorType()).isEqualTo("RangeError");
		assertThat(result.json().path("trace").path(1).asString()).contains("app.mjs:2:28");
		assertThat(result.logs()).contains("\tERROR\tUncaught Exception \t{\"errorType\":\"RangeError\"");
		assertThat(environments().get(0).end()).isEqualTo(End.EXITED);
	}

	@Test
	void failsInitWhenAPromiseIsRejectedThere() {
		JsonNode error = initError(Program.of("app.handler",
				Map.of("app.mjs", "Promise.reject(new Error('early'));\nexport const handler = async () => 1;")));
		assertThat(error.path("errorType").asString()).isEqualTo("Runtime.UnhandledPromiseRejection");
	}

	@Test
	void endsTheProcessWhenNothingIsLeftToWaitFor() {
		Result result = module("export const handler = async () => { await new Promise(() => {}); };").started()
			.invoke("{}");
		assertThat(result.errorType()).isEqualTo("Runtime.ExitError");
		assertThat(result.errorMessage()).endsWith("Error: Runtime exited without providing a reason");
		assertThat(result.logs()).contains("it awaits a promise that nothing will settle");
	}

	@Test
	void reportsWhatIsThrownAlsoWhenItIsNoError() {
		Result result = module("export const handler = async () => { throw 'a text'; };").started().invoke("{}");
		assertThat(result.payload()).isEqualTo("{\"errorType\":\"string\",\"errorMessage\":\"a text\",\"trace\":[]}");
	}

	@Test
	void reportsARecursionWithoutEndAsAnError() {
		Result result = module("const dive = () => dive() + 1;\nexport const handler = async () => dive();").started()
			.invoke("{}");
		assertThat(result.errorType()).isEqualTo("RangeError");
		assertThat(environments().get(0).end()).isNull();
	}

	@Test
	void writesTheConsoleInTheTextFormatOfLambda() {
		Result result = module("""
				console.log("loading %s", "now");
				export const handler = async () => {
				  console.warn("charged", { order: "o-17" });
				  console.error("failed");
				};
				""").started().invoke("{}");
		assertThat(result.logs()).containsPattern("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\t-\tINFO\tloading now\nSTART")
			.containsPattern("Z\t" + result.requestId() + "\tWARN\tcharged \\{ order: 'o-17' \\}\n")
			.containsPattern("Z\t" + result.requestId() + "\tERROR\tfailed\nEND");
	}

	@Test
	void writesTheConsoleInTheJsonFormatWhenAsked() {
		Result result = module("""
				export const handler = async () => {
				  console.info({ order: "o-17" });
				  console.debug("hidden");
				  console.error(new TypeError("no"));
				};
				""").with("environment", Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON", "AWS_LAMBDA_LOG_LEVEL", "INFO"))
			.started()
			.invoke("{}");
		assertThat(result.logs())
			.contains(
					"\"level\":\"INFO\",\"requestId\":\"" + result.requestId() + "\",\"message\":{\"order\":\"o-17\"}}")
			.contains("\"message\":{\"errorType\":\"TypeError\",\"errorMessage\":\"no\",\"stackTrace\":[")
			.doesNotContain("hidden");
	}

	@Test
	void sendsAStreamedResponseAsAWhole() {
		TestFunction function = module("""
				import { pipeline } from "node:stream/promises";
				import { Readable } from "node:stream";
				export const handler = awslambda.streamifyResponse(async (event, stream) => {
				  stream.setContentType("text/plain");
				  await pipeline(Readable.from(["one ", "two"]), stream);
				  if (event.fail) {
				    throw new Error("afterwards");
				  }
				});
				""").started();
		assertThat(function.invoke("{}").payload()).isEqualTo("one two");
		assertThat(function.invoke("{\"fail\": true}").errorMessage()).isEqualTo("afterwards");
	}

	@Test
	void findsPackagesOfLayersForItsVersionFirst() {
		String layer = host().upload(Zips.of(Map.of("nodejs/node_modules/name/index.js", "exports.NAME = 'any';",
				"nodejs/node24/node_modules/name/index.js", "exports.NAME = 'node24';",
				"nodejs/node22/node_modules/name/index.js", "exports.NAME = 'node22';")));
		String module = "import { NAME } from 'name';\nexport const handler = async () => NAME;";
		String script = "const { NAME } = require('name');\nexports.handler = async () => NAME;";
		for (Map<String, String> files : List.of(Map.of("app.mjs", module), Map.of("app.cjs", script))) {
			Result result = function(Program.of("app.handler", files)).with("layerSha256", List.of(layer))
				.started()
				.invoke("{}");
			assertThat(value(result).asString()).isEqualTo("node24");
		}
	}

	@Test
	void letsTheFunctionSwitchOnWhatLambdaSwitchesOff() {
		Program program = Program.of("app.handler",
				Map.of("app.cjs", "exports.handler = async () => require('./lib.mjs').NAME;", "lib.mjs",
						"export const NAME = 'required';"));
		assertThat(function(program).started().invoke("{}").errorMessage()).contains("require() of ES Module");
		Result result = function(program)
			.with("userEnvironment", Map.of("NODE_OPTIONS", "--experimental-require-module"))
			.started()
			.invoke("{}");
		assertThat(value(result).asString()).isEqualTo("required");
	}

	@Test
	void hasAUserAndAHomeThatAreNotOfThisMachine() {
		Result result = module("""
				import os, { homedir } from "node:os";
				export const handler = async () => [homedir(), os.homedir(), os.userInfo().username];
				""").started().invoke("{}");
		assertThat(result.payload()).isEqualTo("[\"/home/sbx_user1051\",\"/home/sbx_user1051\",\"sbx_user1051\"]");
	}

	@Test
	void saysWhichLineMadeAnAwsCall() {
		module("""
				import http from "node:http";
				const send = () => new Promise((resolve, reject) => {
				  http.request(`${process.env.AWS_ENDPOINT_URL}/call`, (response) => response.resume().on("end", resolve))
				    .on("error", reject).end();
				});
				export const handler = async () => {
				  await send();
				};
				""")
			.started()
			.invoke("{}");
		assertThat(host().aws().calls()).extracting((call) -> call.frame().orElse("")).containsExactly("app.mjs:3");
	}

	private JsonNode initError(Program program) {
		TestHost.Reply reply = function(program).start();
		assertThat(reply.status()).isEqualTo(422);
		return reply.body().path("initError");
	}

	private TestFunction module(String code) {
		return function(Program.of("app.handler", Map.of("app.mjs", code)));
	}

}
