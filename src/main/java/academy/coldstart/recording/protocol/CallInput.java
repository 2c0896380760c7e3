package academy.coldstart.recording.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import org.eclipse.jetty.http.HttpField;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * The input of a call as one object, wherever in the request its members travel.
 */
public final class CallInput {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
		.build();

	private static final Pattern DELETED_KEY = Pattern.compile("<Key>([^<]*)</Key>");

	private CallInput() {
	}

	/**
	 * Read the input.
	 * @param call the recognized call
	 * @param head the request
	 * @param body the body, empty when it is streamed and holds no parameters
	 * @return the members as they are called on the wire
	 */
	public static ObjectNode of(RecognizedCall call, RequestHead head, byte[] body) {
		ObjectNode input = JSON.createObjectNode();
		Operation operation = call.operation();
		if (operation != null && !operation.hasRawBody() && !operation.isUpload()) {
			body(input, call, body);
		}
		head.query().fields().forEach((field) -> input.put(field.name(), field.text()));
		for (HttpField header : head.headers()) {
			if (header.getLowerCaseName().startsWith("x-amz-")) {
				input.put(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
			}
		}
		call.labels().forEach(input::put);
		return input;
	}

	private static void body(ObjectNode input, RecognizedCall call, byte[] body) {
		switch (call.protocol()) {
			case JSON, REST_JSON -> merge(input, JSON, body);
			case CBOR -> merge(input, CBORMapper.shared(), body);
			case QUERY, EC2 -> call.form().fields().forEach((field) -> input.put(field.name(), field.text()));
			case REST_XML -> {
				if (call.is("s3", "DeleteObjects")) {
					deletedKeys(input, new String(body, StandardCharsets.UTF_8));
				}
			}
		}
	}

	private static void merge(ObjectNode input, ObjectMapper mapper, byte[] body) {
		if (body.length == 0) {
			return;
		}
		try {
			if (mapper.readTree(body) instanceof ObjectNode members) {
				input.setAll(members);
			}
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The body was readable before: " + ex.getOriginalMessage(), ex);
		}
	}

	private static void deletedKeys(ObjectNode input, String xml) {
		var objects = input.putObject("Delete").putArray("Object");
		DELETED_KEY.matcher(xml)
			.results()
			.forEach((match) -> objects.addObject().put("Key", unescaped(match.group(1))));
	}

	private static String unescaped(String text) {
		return text.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&quot;", "\"")
			.replace("&apos;", "'")
			.replace("&amp;", "&");
	}

}
