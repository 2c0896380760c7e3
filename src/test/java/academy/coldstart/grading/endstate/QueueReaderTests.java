package academy.coldstart.grading.endstate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.coldstart.endstate.Attribute;
import academy.coldstart.endstate.Excerpt;
import academy.coldstart.endstate.QueueState;
import academy.coldstart.endstate.QueueState.Message;
import academy.coldstart.endstate.QueueState.Place;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QueueReaderTests {

	private static final String URL = "http://sqs.us-east-1.localhost:4566/000000000001/orders-1";

	private final List<String> asked = new ArrayList<>();

	@Test
	void readsMessagesInEveryPlaceInOrder() throws IOException {
		QueueState queue = read(4, message("b", 3, "true", "false"), message("d", 1, "false", "false"),
				message("a", 0, "true", "false"), message("c", 0, "true", "true"));
		assertThat(List.of(queue.visible(), queue.inFlight(), queue.delayed())).containsExactly(2L, 1L, 1L);
		assertThat(queue.messages().first()).extracting((one) -> one.body().text()).containsExactly("a", "b", "d", "c");
		assertThat(queue.messages().first()).extracting(Message::receives).containsExactly(0, 3, 1, 0);
		assertThat(queue.messages().first()).extracting(Message::place)
			.containsExactly(Place.VISIBLE, Place.VISIBLE, Place.IN_FLIGHT, Place.DELAYED);
		assertThat(queue.name()).isEqualTo("orders-1");
		assertThat(this.asked)
			.containsExactly("/_aws/sqs/messages/us-east-1/000000000001/orders-1 ShowInvisible ShowDelayed");
	}

	@Test
	void keepsTheSequenceOfEachGroupAndWhatSendersAdded() throws IOException {
		QueueState queue = read(3, grouped("second", "g", "002"), grouped("first", "g", "001"),
				grouped("third", "f", "003"));
		assertThat(queue.messages().first()).extracting((one) -> one.body().text())
			.containsExactly("third", "first", "second");
		assertThat(queue.messages().first()).extracting(Message::group).containsExactly("f", "g", "g");
		assertThat(queue.messages().first().getFirst().attributes())
			.containsExactly(new Attribute("ErrorCode", Excerpt.of("200", 10)));
	}

	@Test
	void asksAnEmptyQueueForNothing() throws IOException {
		QueueState queue = read(0);
		assertThat(queue.messages().complete()).isTrue();
		assertThat(this.asked).isEmpty();
	}

	@Test
	void countsOnlyWhereThereAreVeryManyMessages() throws IOException {
		QueueState queue = read(QueueReader.READ + 1, message("a", 0, "true", "false"));
		assertThat(this.asked).isEmpty();
		assertThat(queue.visible()).isEqualTo(QueueReader.READ + 1);
		assertThat(queue.messages().more()).isEqualTo(QueueReader.READ + 1);
	}

	@Test
	void saysHowManyMessagesItLeavesOut() throws IOException {
		String[] many = new String[QueueReader.MESSAGES + 120];
		for (int number = 0; number < many.length; number++) {
			many[number] = message("m-%03d".formatted(number), 0, "true", "false");
		}
		QueueState queue = read(many.length, many);
		assertThat(queue.messages().first()).hasSize(QueueReader.MESSAGES);
		assertThat(queue.messages().more()).isEqualTo(120);
	}

	@Test
	void readsNoBodiesThatAreTooMuchTogether() throws IOException {
		QueueState queue = read(1, message("x".repeat(9 * 1024 * 1024), 0, "true", "false"));
		assertThat(queue.messages().first()).isEmpty();
		assertThat(queue.messages().more()).isEqualTo(1);
	}

	@Test
	void failsWhenTheEngineDoesNotTell() {
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> new QueueReader(new Counts(1), contents(500, "{}"), new Budget()).read("Orders", URL))
			.withMessageContaining("500");
	}

	private QueueState read(int visible, String... messages) throws IOException {
		QueueContents contents = contents(200, "{\"Messages\":[" + String.join(",", messages) + "]}");
		return new QueueReader(new Counts(visible), contents, new Budget()).read("Orders", URL);
	}

	private QueueContents contents(int status, String body) {
		return new QueueContents(new Answer(status, body, this.asked), URI.create("http://127.0.0.1:4566"), "us-east-1",
				"000000000001");
	}

	private static String message(String body, int receives, String visible, String delayed) {
		return """
				{"MessageId":"m","Body":"%s","Attributes":{"ApproximateReceiveCount":"%d","IsVisible":"%s",\
				"IsDelayed":"%s"}}""".formatted(body, receives, visible, delayed);
	}

	private static String grouped(String body, String group, String sequence) {
		return """
				{"Body":"%s","Attributes":{"IsVisible":"true","IsDelayed":"false","MessageGroupId":"%s",\
				"SequenceNumber":"%s"},"MessageAttributes":{"ErrorCode":{"DataType":"Number","StringValue":"200"}}}"""
			.formatted(body, group, sequence);
	}

	/**
	 * A queue that says how many messages it has.
	 *
	 * @param visible how many are visible
	 */
	private record Counts(int visible) implements SqsClient {

		@Override
		public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
			return GetQueueAttributesResponse.builder()
				.attributes(Map.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, Integer.toString(this.visible)))
				.build();
		}

		@Override
		public String serviceName() {
			return "sqs";
		}

		@Override
		public void close() {
		}

	}

	/**
	 * An engine that answers one thing.
	 *
	 * @param status its status
	 * @param body its answer
	 * @param asked what it was asked
	 */
	private record Answer(int status, String body, List<String> asked) implements SdkHttpClient {

		@Override
		public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
			this.asked.add(request.httpRequest().encodedPath() + " "
					+ String.join(" ", request.httpRequest().rawQueryParameters().keySet()));
			byte[] content = this.body.getBytes(StandardCharsets.UTF_8);
			return new ExecutableHttpRequest() {

				@Override
				public HttpExecuteResponse call() {
					return HttpExecuteResponse.builder()
						.response(SdkHttpResponse.builder().statusCode(Answer.this.status).build())
						.responseBody(AbortableInputStream.create(new ByteArrayInputStream(content)))
						.build();
				}

				@Override
				public void abort() {
				}

			};
		}

		@Override
		public void close() {
		}

	}

}
