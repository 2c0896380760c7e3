package academy.coldstart.grading.endstate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import academy.coldstart.endstate.EndState;
import academy.coldstart.endstate.UnreadState;
import academy.coldstart.endstate.UnreadState.Kind;
import academy.coldstart.endstate.UnreadState.Reason;
import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

class EndStateReaderTests {

	private final SdkHttpClient http = ApacheHttpClient.create();

	@AfterEach
	void closeClient() {
		this.http.close();
	}

	@Test
	void asksNothingOfAStackWithoutTablesQueuesAndBuckets() {
		EndState state = reader(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(2)).read(7,
				stack(Map.of("ChargeFunction", "AWS::Lambda::Function")));
		assertThat(state).isEqualTo(EndState.of(7, List.of()));
	}

	@Test
	void namesWhatCannotBeReadInTime() throws IOException {
		// It takes connections and never answers.
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			URI endpoint = URI.create("http://127.0.0.1:" + silent.getLocalPort());
			EndState state = reader(endpoint, Duration.ofMillis(200)).read(7, stack(
					Map.of("Ledger", "AWS::DynamoDB::Table", "Orders", "AWS::SQS::Queue", "Out", "AWS::S3::Bucket")));
			assertThat(state.unread()).containsExactly(
					new UnreadState("Ledger", "exercise-Ledger", Kind.TABLE, Reason.LATE),
					new UnreadState("Orders", "exercise-Orders", Kind.QUEUE, Reason.LATE),
					new UnreadState("Out", "exercise-Out", Kind.BUCKET, Reason.LATE));
		}
	}

	@Test
	void namesWhatCannotBeRead() throws IOException {
		URI nobody;
		try (ServerSocket closed = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
		}
		EndState state = reader(nobody, Duration.ofMinutes(1)).read(7, stack(Map.of("Orders", "AWS::SQS::Queue")));
		assertThat(state.unread())
			.containsExactly(new UnreadState("Orders", "exercise-Orders", Kind.QUEUE, Reason.FAILED));
	}

	@Test
	void leavesResourcesOutWhereThereAreVeryMany() throws IOException {
		URI nobody;
		try (ServerSocket closed = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
		}
		Map<String, String> types = new TreeMap<>();
		for (int number = 0; number < EndStateReader.RESOURCES + 5; number++) {
			types.put("Queue%02d".formatted(number), "AWS::SQS::Queue");
		}
		EndState state = reader(nobody, Duration.ofMinutes(1)).read(7, stack(types));
		assertThat(state.unread()).filteredOn((one) -> one.reason() == Reason.LEFT_OUT)
			.extracting(UnreadState::logicalId)
			.containsExactly("Queue40", "Queue41", "Queue42", "Queue43", "Queue44");
	}

	private EndStateReader reader(URI endpoint, Duration limit) {
		Aws aws = new Aws(endpoint, "000000000001", this.http);
		return new EndStateReader(aws, new QueueContents(this.http, endpoint, "us-east-1", "000000000001"), limit);
	}

	private static Stack stack(Map<String, String> types) {
		SortedMap<String, StackResource> resources = new TreeMap<>();
		types.forEach((id, type) -> resources.put(id,
				new StackResource(id, type,
						type.equals("AWS::SQS::Queue") ? "http://sqs/000000000001/exercise-" + id : "exercise-" + id,
						JsonNodeFactory.instance.objectNode())));
		return new Stack(Map.of(), resources);
	}

}
