package academy.coldstart.recording.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.dataformat.cbor.CBORFactory;

/**
 * The parameters of a call that say what it touches.
 *
 * @param resource the values of the resource member, such as table names
 * @param identifiers all values that may name something of another account, by the last
 * name on their path
 */
public record CallParameters(List<String> resource, List<Identifier> identifiers) {

	private static final JsonFactory JSON = JsonFactory.builder()
		.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
		.enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
		.build();

	private static final CBORFactory CBOR = new CBORFactory();

	private static final Pattern XML_ARN = Pattern.compile(">\\s*(arn:[^<\\s]+)\\s*<");

	private static final Pattern POSITION = Pattern.compile("\\.(?:(?:member|entry)\\.)?\\d+(?=\\.|$)");

	private static final CallParameters NONE = new CallParameters(List.of(), List.of());

	/**
	 * Read the parameters.
	 * @param call the recognized call
	 * @param head the request
	 * @param body the body, or null when it is streamed and holds no parameters
	 * @return the parameters
	 * @throws MalformedBody when the body is not what the protocol asks for
	 */
	public static CallParameters read(RecognizedCall call, RequestHead head, byte @Nullable [] body)
			throws MalformedBody {
		Operation operation = call.operation();
		if (operation == null) {
			return NONE;
		}
		Set<String> paths = operation.resource().stream().flatMap(List::stream).collect(Collectors.toSet());
		paths.addAll(operation.identifiers());
		Map<String, List<String>> values = fromHead(call, head, paths);
		byte[] document = (body == null || operation.hasRawBody()) ? new byte[0] : body;
		values.putAll(fromBody(call, document, paths));
		if (CallRecognizer.isQueue(head.path())) {
			values.putIfAbsent("QueueUrl", List.of("http://queue" + head.path()));
		}
		List<Identifier> identifiers = values.entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue().stream().map((value) -> new Identifier(entry.getKey(), value)))
			.toList();
		return new CallParameters(resource(operation, values), identifiers);
	}

	private static List<String> resource(Operation operation, Map<String, List<String>> values) {
		return operation.resource()
			.stream()
			.map((group) -> group.stream()
				.flatMap((path) -> values.getOrDefault(path, List.of()).stream())
				.collect(Collectors.toCollection(LinkedHashSet::new)))
			.filter((found) -> !found.isEmpty())
			.findFirst()
			.map(List::copyOf)
			.orElse(List.of());
	}

	private static Map<String, List<String>> fromHead(RecognizedCall call, RequestHead head, Set<String> paths) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		for (String path : paths) {
			String name = path.substring(Math.min(1, path.length()));
			List<String> found = switch (path.charAt(0)) {
				case '$' -> Stream.ofNullable(call.labels().get(name)).toList();
				case '?' -> head.query().all(name.replace("[]", ""));
				case '^' -> head.headers().getValuesList(name.toLowerCase(Locale.ROOT));
				default -> List.of();
			};
			if (!found.isEmpty()) {
				values.put(path, found);
			}
		}
		return values;
	}

	private static Map<String, List<String>> fromBody(RecognizedCall call, byte[] body, Set<String> paths)
			throws MalformedBody {
		return switch (call.protocol()) {
			case JSON, REST_JSON -> document(JSON, body, paths);
			case CBOR -> document(CBOR, body, paths);
			case QUERY, EC2 -> form(call.form(), paths);
			case REST_XML -> xml(body);
		};
	}

	private static Map<String, List<String>> document(TokenStreamFactory factory, byte[] body, Set<String> paths)
			throws MalformedBody {
		if (body.length == 0) {
			return Map.of();
		}
		try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), body)) {
			return DocumentValues.read(parser, PathTree.of(paths));
		}
		catch (JacksonException ex) {
			throw new MalformedBody(ex.getOriginalMessage(), ex);
		}
	}

	private static Map<String, List<String>> form(Form form, Set<String> paths) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		for (Form.Field field : form.fields()) {
			String path = POSITION.matcher(field.name()).replaceAll("[]");
			if (paths.contains(path)) {
				values.computeIfAbsent(path, (key) -> new ArrayList<>()).add(field.text());
			}
		}
		return values;
	}

	private static Map<String, List<String>> xml(byte[] body) {
		List<String> arns = XML_ARN.matcher(new String(body, StandardCharsets.UTF_8))
			.results()
			.map((match) -> match.group(1))
			.toList();
		return arns.isEmpty() ? Map.of() : Map.of("Arn", arns);
	}

	/**
	 * A value that may name something of an account.
	 *
	 * @param path where it stands
	 * @param value the value
	 */
	public record Identifier(String path, String value) {

		/**
		 * Return whether the value is an account id by itself, when it has twelve digits.
		 * @return whether the member's name says so
		 */
		public boolean isAccount() {
			String name = this.path.toLowerCase(Locale.ROOT).replaceAll("(\\[\\]|\\.\\*)+$", "");
			return name.endsWith("accountid") || name.endsWith("accountids") || name.endsWith("sourceaccount")
					|| name.endsWith("owner") || name.endsWith("accountnumber");
		}

	}

}
