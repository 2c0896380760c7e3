package academy.coldstart.execution;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PythonContractIntegrationTests {

	@TempDir
	private Path directory;

	private TestHost host;

	@BeforeEach
	void start() {
		this.host = new TestHost(this.directory);
	}

	@AfterEach
	void stop() {
		this.host.close();
	}

	@Test
	void returnsWhatTheHandlerReturns() {
		TestFunction function = this.host.python("""
				def handler(event, context):
				    print("hello")
				    return {"got": event["x"], "name": "Zoë ☕"}
				""").started();
		TestFunction.Result result = function.invoke("{\"x\": [1, 2]}");
		assertThat(result.payload()).isEqualTo("{\"got\": [1, 2], \"name\": \"Zoë ☕\"}");
		assertThat(result.isError()).isFalse();
		assertThat(result.logs()).contains("START RequestId: " + result.requestId() + " Version: $LATEST\nhello\nEND")
			.contains("Init Duration: ");
		assertThat(function.invoke("{\"x\": 1}").logs()).doesNotContain("Init Duration");
		assertThat(function.stop()).isEqualTo(200);
	}

}
