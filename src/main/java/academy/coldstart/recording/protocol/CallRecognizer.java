package academy.coldstart.recording.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds out which operation of which service a request calls. What the request was signed
 * for limits the services; a request that carries the marks of two operations is neither.
 */
public final class CallRecognizer {

	private static final Pattern CBOR_PATH = Pattern.compile("/service/([^/]+)/operation/([^/]+)");

	private static final Pattern QUEUE_PATH = Pattern.compile("/(queue/[a-z0-9-]+/)?\\d{12}/[a-zA-Z0-9_.-]+");

	private final OperationTable table;

	public CallRecognizer(OperationTable table) {
		this.table = table;
	}

	/**
	 * Recognize a call.
	 * @param head the request without its body
	 * @param body reads the body, of which only query requests have need
	 * @return what it asks for
	 * @throws IOException when the body cannot be read
	 */
	public RecognizedCall recognize(RequestHead head, BodySource body) throws IOException {
		String signedFor = PresentedCredentials.of(head).service();
		boolean queue = isQueue(head.path());
		List<Service> candidates = (signedFor != null || queue)
				? this.table.signedAs(queue ? "sqs" : String.valueOf(signedFor)) : this.table.services();
		String target = head.header("X-Amz-Target");
		boolean cbor = head.header("Smithy-Protocol") != null;
		if (cbor && target != null) {
			return RecognizedCall.unknown(signedFor, Protocol.CBOR);
		}
		if (cbor) {
			return cbor(head, candidates, signedFor);
		}
		if (target != null) {
			return json(target, candidates, signedFor);
		}
		Form form = form(head, body, candidates);
		return form.contains("Action") ? query(form, candidates, signedFor) : rest(head, candidates, signedFor);
	}

	private static RecognizedCall cbor(RequestHead head, List<Service> candidates, @Nullable String signedFor) {
		Matcher path = CBOR_PATH.matcher(head.path());
		if (!path.matches()) {
			return RecognizedCall.unknown(signedFor, Protocol.CBOR);
		}
		String shape = path.group(1).substring(path.group(1).indexOf('#') + 1);
		return operation(path.group(2), Protocol.CBOR, signedFor, candidates.stream()
			.filter((service) -> service.speaks(Protocol.CBOR) && service.targetPrefix().equals(shape)));
	}

	private static RecognizedCall json(String target, List<Service> candidates, @Nullable String signedFor) {
		int dot = target.indexOf('.');
		String prefix = (dot < 0) ? "" : target.substring(0, dot);
		return operation(target.substring(dot + 1), Protocol.JSON, signedFor, candidates.stream()
			.filter((service) -> service.speaks(Protocol.JSON) && service.targetPrefix().equals(prefix)));
	}

	private static RecognizedCall query(Form form, List<Service> candidates, @Nullable String signedFor) {
		String action = (form.all("Action").size() == 1) ? form.all("Action").getFirst() : "";
		Predicate<Service> version = (service) -> !form.contains("Version")
				|| form.all("Version").contains(service.apiVersion());
		for (Protocol protocol : List.of(Protocol.QUERY, Protocol.EC2)) {
			RecognizedCall call = operation(action, protocol, signedFor,
					candidates.stream().filter((service) -> service.speaks(protocol)).filter(version));
			if (call.service() != null) {
				return call.with(form);
			}
		}
		return RecognizedCall.unknown(signedFor, Protocol.QUERY).with(form);
	}

	private static RecognizedCall operation(String name, Protocol protocol, @Nullable String signedFor,
			Stream<Service> services) {
		for (Service service : services.toList()) {
			Operation operation = service.operations().get(name);
			if (operation != null) {
				return RecognizedCall.of(service, protocol, operation);
			}
		}
		return RecognizedCall.unknown(signedFor, protocol);
	}

	private static Form form(RequestHead head, BodySource body, List<Service> candidates) throws IOException {
		boolean form = candidates.stream()
			.anyMatch((service) -> service.speaks(Protocol.QUERY) || service.speaks(Protocol.EC2));
		if (!form || (!head.path().equals("/") && !isQueue(head.path()))) {
			return Form.EMPTY;
		}
		if (!head.method().equals("POST") || !head.hasType("application/x-www-form-urlencoded")) {
			return head.query();
		}
		Form inBody = Form.parse(new String(body.bytes(), StandardCharsets.UTF_8));
		return new Form(Stream.concat(head.query().fields().stream(), inBody.fields().stream()).toList());
	}

	/**
	 * Return whether a path is the path of a queue URL.
	 * @param path the path
	 * @return true for {@code /queue/region/account/name} and {@code /account/name}
	 */
	public static boolean isQueue(String path) {
		return QUEUE_PATH.matcher(path).matches();
	}

	private static RecognizedCall rest(RequestHead head, List<Service> candidates, @Nullable String signedFor) {
		Protocol fallback = Protocol.REST_JSON;
		RecognizedCall best = null;
		for (Service service : candidates.stream().filter(Service::isRest).toList()) {
			fallback = service.isS3() ? Protocol.REST_XML : fallback;
			RecognizedCall call = rest(head, service);
			boolean plain = call != null && call.operation() != null && call.operation().uri().literals() == 0;
			if (call == null || (signedFor == null && plain && !service.isS3())) {
				continue;
			}
			best = (best == null || precision(call) > precision(best)) ? call : best;
		}
		return (best != null) ? best : RecognizedCall.unknown(signedFor, fallback);
	}

	private static @Nullable RecognizedCall rest(RequestHead head, Service service) {
		Protocol protocol = service.speaks(Protocol.REST_XML) ? Protocol.REST_XML : Protocol.REST_JSON;
		RecognizedCall best = null;
		Stream<Operation> operations = (service.isS3() && head.hasType("multipart/form-data"))
				? Stream.of(Operation.POST_OBJECT) : service.operations().values().stream();
		for (Operation operation : operations.toList()) {
			Map<String, String> labels = operation.match(head);
			if (labels != null && (best == null || operation.precision() > precision(best))) {
				best = new RecognizedCall(service, service.signingName(), protocol, operation, labels, Form.EMPTY);
			}
		}
		return best;
	}

	private static int precision(RecognizedCall call) {
		return (call.operation() != null) ? call.operation().precision() : -1;
	}

	/**
	 * Reads the whole body of a request, within a bound.
	 */
	@FunctionalInterface
	public interface BodySource {

		byte[] bytes() throws IOException;

	}

}
