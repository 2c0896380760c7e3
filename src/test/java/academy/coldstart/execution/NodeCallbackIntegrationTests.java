package academy.coldstart.execution;

import java.util.List;
import java.util.Map;

import academy.coldstart.execution.TestFunction.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract for Node.js as nodejs22.x runs it, where handlers may call back.
 */
class NodeCallbackIntegrationTests extends LanguageContract {

	NodeCallbackIntegrationTests() {
		super(new NodeFixture("nodejs22.x", "Error"));
	}

	@Test
	void waitsForTheEventLoopAfterACallback() {
		TestFunction function = module("""
				export const handler = (event, context, callback) => {
				  setTimeout(() => console.log("later"), 50);
				  callback(null, "called");
				};
				""").started();
		Result result = function.invoke("{}");
		assertThat(value(result).asString()).isEqualTo("called");
		assertThat(result.logs()).contains("later\nEND")
			.contains("\tWARN\tWARN: AWS Lambda has removed support for callback-based function handlers");
	}

	@Test
	void doesNotWaitWhenToldNotTo() {
		TestFunction function = module("""
				export const handler = (event, context, callback) => {
				  context.callbackWaitsForEmptyEventLoop = false;
				  if (event.first) {
				    setTimeout(() => console.log("afterwards"), 200);
				    callback(null, "called");
				  } else {
				    setTimeout(() => callback(null, "again"), 1000);
				  }
				};
				""").started();
		assertThat(function.invoke("{\"first\": true}").logs()).doesNotContain("afterwards");
		assertThat(function.invoke("{}").logs()).contains("afterwards\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			setTimeout(() => context.succeed("ok"), 20) | "ok"
			context.done(null, "ok"); setTimeout(() => {}, 60000) | "ok"
			callback(null, "first"); callback(null, "second") | "first"
			setTimeout(() => {}, 20) | null
			return Promise.resolve("promised") | "promised"
			callback() | null
			""")
	void endsHoweverTheHandlerSaysSo(String statement, String payload) {
		Result result = handler(statement).started().invoke("{}");
		assertThat(result.payload()).isEqualTo(payload);
		assertThat(result.isError()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			context.fail(new TypeError("no")) | TypeError | no
			context.done("text") | string | text
			callback(new RangeError("far")) | RangeError | far
			throw new Error("thrown") | Error | thrown
			context.fail() | string | handled
			""")
	void failsHoweverTheHandlerSaysSo(String statement, String type, String message) {
		Result result = handler(statement).started().invoke("{}");
		assertThat(result.isError()).isTrue();
		assertThat(result.errorType()).isEqualTo(type);
		assertThat(result.errorMessage()).isEqualTo(message);
	}

	@Test
	void reportsAPromiseThatIsNeverSettledAndGoesOn() {
		TestFunction function = module("""
				export const handler = async (event) => {
				  if (event.hang) {
				    await new Promise(() => {});
				  }
				  return "fine";
				};
				""").started();
		assertThat(function.invoke("{\"hang\": true}").errorType()).isEqualTo("Runtime.NodeJsExit");
		assertThat(value(function.invoke("{}")).asString()).isEqualTo("fine");
		assertThat(environments()).hasSize(1);
	}

	@Test
	void keepsAResponseThatWasSentBeforeARejectionShowed() {
		Result result = module("""
				const work = async () => { throw new Error("nobody listens"); };
				export const handler = async () => {
				  work();
				  return "done";
				};
				""").started().invoke("{}");
		assertThat(value(result).asString()).isEqualTo("done");
		assertThat(result.isError()).isFalse();
		assertThat(result.logs()).contains("Unhandled Promise Rejection");
	}

	@Test
	void findsPackagesOfLayersForItsVersionFirst() {
		String layer = host().upload(Zips.of(Map.of("nodejs/node24/node_modules/name/index.js",
				"exports.NAME = 'node24';", "nodejs/node22/node_modules/name/index.js", "exports.NAME = 'node22';")));
		Result result = module("import { NAME } from 'name';\nexport const handler = async () => NAME;")
			.with("layerSha256", List.of(layer))
			.started()
			.invoke("{}");
		assertThat(value(result).asString()).isEqualTo("node22");
	}

	private TestFunction handler(String statement) {
		return module("export const handler = (event, context, callback) => { " + statement + "; };");
	}

	private TestFunction module(String code) {
		return function(Program.of("app.handler", Map.of("app.mjs", code)));
	}

}
