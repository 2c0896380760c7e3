package academy.coldstart.recording.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorTests {

	@Test
	void readsWhatItWritesInEveryProtocol() {
		String form = "application/x-www-form-urlencoded";
		List<RecognizedCall> calls = List.of(
				Requests.recognize(Requests.signed("dynamodb", "POST /", "X-Amz-Target", "DynamoDB_20120810.GetItem"),
						"{}"),
				Requests.recognize(Requests.signed("sns", "POST /", "Content-Type", form), "Action=Publish"),
				Requests.recognize(Requests.signed("ec2", "POST /", "Content-Type", form), "Action=RunInstances"),
				Requests.recognize(Requests.signed("lambda", "POST /2015-03-31/functions/f/invocations"), ""),
				Requests.recognize(Requests.signed("s3", "GET /b/k"), ""),
				Requests.recognize(Requests.signed("route53", "GET /2013-04-01/hostedzone"), ""),
				Requests.recognize(Requests.signed("monitoring",
						"POST /service/GraniteServiceVersion20100801/operation/PutMetricData", "Smithy-Protocol",
						"rpc-v2-cbor"), ""));
		assertThat(calls).extracting(RecognizedCall::protocol).contains(Protocol.values());
		AwsError error = new AwsError(403, "AccessDenied", "Role \"r\" may not <touch> a & b");
		for (RecognizedCall call : calls) {
			assertThat(call.operation()).isNotNull();
			ErrorWriter.WrittenError written = ErrorWriter.write(call, error, "id-1");
			HttpFields.Mutable headers = HttpFields.build();
			written.headers().forEach(headers::put);
			assertThat(ErrorReader.read(call.protocol(), 403, headers, written.body())).isEqualTo(error);
		}
	}

	@Test
	void keepsTheCodeOfTheQueryProtocolForClientsThatKnewIt() {
		RecognizedCall queue = Requests
			.recognize(Requests.signed("sqs", "POST /", "X-Amz-Target", "AmazonSQS.SendMessage"), "{}");
		RecognizedCall table = Requests
			.recognize(Requests.signed("dynamodb", "POST /", "X-Amz-Target", "DynamoDB_20120810.GetItem"), "{}");
		AwsError denied = new AwsError(403, "AccessDeniedException", "No");

		assertThat(ErrorWriter.write(queue, denied, "id-1").headers()).containsEntry("x-amzn-query-error",
				"AccessDenied;Sender");
		assertThat(ErrorWriter.write(table, denied, "id-1").headers()).doesNotContainKey("x-amzn-query-error");
		assertThat(ErrorWriter.write(queue, new AwsError(429, "Throttled", "Later"), "id-1").headers())
			.containsEntry("x-amzn-query-error", "Throttled;Sender");
	}

	@Test
	void readsTheFormsThatServicesUse() {
		assertThat(read(Protocol.JSON,
				"{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\","
						+ "\"message\":\"The conditional request failed\"}"))
			.isEqualTo(new AwsError(400, "ConditionalCheckFailedException", "The conditional request failed"));
		assertThat(read(Protocol.REST_JSON, "{\"Message\":\"m\"}", "x-amzn-ErrorType",
				"ResourceNotFoundException:http://internal.amazon.com/coral/com.amazonaws.x/"))
			.isEqualTo(new AwsError(400, "ResourceNotFoundException", "m"));
		assertThat(read(Protocol.REST_JSON, "{\"code\":\"Throttled\",\"message\":\"m\"}"))
			.isEqualTo(new AwsError(400, "Throttled", "m"));
		assertThat(read(Protocol.QUERY,
				"<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code>\n<Message>Topic &lt;t&gt;</Message>"
						+ "</Error></ErrorResponse>"))
			.isEqualTo(new AwsError(400, "NotFound", "Topic <t>"));
	}

	@Test
	void namesTheStatusWhereNothingElseIsKnown() {
		assertThat(read(Protocol.REST_XML, "")).isEqualTo(new AwsError(400, "400", null));
		assertThat(read(Protocol.JSON, "<html>")).isEqualTo(new AwsError(400, "400", null));
		assertThat(ErrorReader.read(Protocol.JSON, 200, HttpFields.EMPTY, new byte[0])).isNull();
	}

	private static @Nullable AwsError read(Protocol protocol, String body, String... header) {
		HttpFields headers = (header.length == 2) ? HttpFields.build().put(header[0], header[1]) : HttpFields.EMPTY;
		return ErrorReader.read(protocol, 400, headers, body.getBytes(StandardCharsets.UTF_8));
	}

}
