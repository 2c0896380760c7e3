package academy.coldstart.recording;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.recording.protocol.Form;
import academy.coldstart.recording.protocol.Protocol;
import academy.coldstart.recording.protocol.RecognizedCall;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORGenerator;
import tools.jackson.dataformat.cbor.CBORParser;

/**
 * Exchanges addresses in whole bodies. Objects of S3 stay as they are, and so do messages
 * of SQS, whose checksums the SDKs compare.
 */
final class BodyRewriter {

	/** Every byte is one character, so that what is not text survives. */
	private static final Charset BYTES = StandardCharsets.ISO_8859_1;

	private static final Set<String> MESSAGE_OPERATIONS = Set.of("SendMessage", "SendMessageBatch", "ReceiveMessage");

	private static final Pattern QUEUE_URL = Pattern.compile("(\"QueueUrl\"\\s*:\\s*\")([^\"\\\\]*)");

	private static final Pattern ENCODED = Pattern.compile("%3a(//|%2f%2f)", Pattern.CASE_INSENSITIVE);

	private static final CBORFactory CBOR = new CBORFactory();

	private BodyRewriter() {
	}

	static byte[] request(RecognizedCall call, byte[] body, Addresses addresses) {
		if (call.isS3() || body.length == 0) {
			return body;
		}
		String text = new String(body, BYTES);
		if (call.protocol().isForm()) {
			return (ENCODED.matcher(text).find() || addresses.mayStandIn(text)) ? form(call, text, addresses) : body;
		}
		if (!addresses.mayStandIn(text)) {
			return body;
		}
		if (carriesMessages(call)) {
			Matcher matcher = QUEUE_URL.matcher(text);
			return matcher
				.replaceAll((found) -> Matcher.quoteReplacement(found.group(1) + addresses.outward(found.group(2))))
				.getBytes(BYTES);
		}
		return rewrite(call, body, text, addresses::outward);
	}

	static byte[] response(RecognizedCall call, byte[] body, Addresses addresses) {
		if (carriesMessages(call)) {
			return body;
		}
		String text = new String(body, BYTES);
		return addresses.mayStandIn(text) ? rewrite(call, body, text, addresses::inward) : body;
	}

	private static boolean carriesMessages(RecognizedCall call) {
		return call.signingName().equals("sqs") && MESSAGE_OPERATIONS.contains(call.operationName());
	}

	private static byte[] form(RecognizedCall call, String text, Addresses addresses) {
		boolean messages = carriesMessages(call);
		return new Form(Form.parse(text)
			.fields()
			.stream()
			.map((field) -> (field.value() == null || (messages && !field.name().equals("QueueUrl"))) ? field
					: new Form.Field(field.name(), addresses.outward(field.value())))
			.toList()).encode().getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] rewrite(RecognizedCall call, byte[] body, String text, UnaryOperator<String> exchange) {
		return (call.protocol() == Protocol.CBOR) ? cbor(body, exchange) : exchange.apply(text).getBytes(BYTES);
	}

	private static byte[] cbor(byte[] body, UnaryOperator<String> exchange) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 64);
		try (CBORParser parser = (CBORParser) CBOR.createParser(ObjectReadContext.empty(), body);
				CBORGenerator generator = (CBORGenerator) CBOR.createGenerator(ObjectWriteContext.empty(), out)) {
			while (parser.nextToken() != null) {
				copy(parser, generator, exchange);
			}
		}
		catch (JacksonException ex) {
			return body;
		}
		return out.toByteArray();
	}

	private static void copy(CBORParser parser, CBORGenerator generator, UnaryOperator<String> exchange) {
		int tag = parser.getCurrentTag();
		if (tag >= 0) {
			generator.writeTag(tag);
		}
		if (parser.currentToken() == JsonToken.VALUE_STRING) {
			generator.writeString(exchange.apply(parser.getString()));
		}
		else {
			generator.copyCurrentEvent(parser);
		}
	}

}
