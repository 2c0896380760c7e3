package academy.coldstart.engine.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import academy.coldstart.site.Threads;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AccountClientsTests {

	// What a grader sends twice without knowing would be counted against the learner.
	@Test
	void sendsACallOnceEvenWhenTheAnswerAsksForARetry() throws IOException {
		AtomicInteger requests = new AtomicInteger();
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			requests.incrementAndGet();
			answer(exchange);
		});
		server.start();
		URI endpoint = URI.create("http://localhost:" + server.getAddress().getPort());
		try (AccountClients clients = new AccountClients(endpoint, "123456789012")) {
			SqsClient sqs = clients.client(SqsClient.builder());

			assertThatExceptionOfType(SqsException.class).isThrownBy(sqs::listQueues);
			assertThat(requests).hasValue(1);
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void leavesNoThreadsBehind() {
		long before = Threads.ofTheSdk();
		for (int account = 0; account < 10; account++) {
			try (AccountClients clients = new AccountClients(URI.create("http://127.0.0.1:1"),
					"11112222333" + account)) {
				SqsClient sqs = clients.client(SqsClient.builder());
				assertThatExceptionOfType(SdkException.class).isThrownBy(sqs::listQueues);
			}
		}
		assertThat(Threads.ofTheSdk()).isEqualTo(before);
	}

	private static void answer(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		exchange.sendResponseHeaders(503, -1);
		exchange.close();
	}

}
