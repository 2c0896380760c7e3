package academy.coldstart.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.recording.protocol.PercentCoding;
import academy.coldstart.recording.protocol.RecognizedCall;
import academy.coldstart.trace.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold for every call of a function.
 */
final class BuiltInRules {

	/** How often a path is decoded before it counts as a disguise. */
	private static final int MAX_DECODINGS = 4;

	private static final Pattern ARN = Pattern.compile("arn:[^:]*:[^:]*:[^:]*:(\\d{12}):.*", Pattern.DOTALL);

	private static final Pattern PARTIAL_ARN = Pattern.compile("(\\d{12}):(?:function|layer):.+", Pattern.DOTALL);

	private static final Pattern QUEUE_URL = Pattern.compile(".*/(\\d{12})/[^/]*", Pattern.DOTALL);

	private static final Pattern QUEUE_PATH = Pattern.compile("/+(?:queue/[^/]+/)?(\\d{12})(?:/.*)?", Pattern.DOTALL);

	private static final Pattern DIGITS = Pattern.compile("\\d{12}");

	private BuiltInRules() {
	}

	static List<CallGate> all() {
		return List.of(BuiltInRules::administration, BuiltInRules::foreignAccount, OutsideAddresses::decide,
				BuiltInRules::unknownOperation);
	}

	private static GateDecision administration(IncomingCall call) {
		String path = call.target().path();
		for (int i = 0; i < MAX_DECODINGS; i++) {
			if (isAdministration(path)) {
				return GateDecision.accessDenied("This path belongs to the engine, not to an AWS service.");
			}
			String decoded = PercentCoding.decode(path, false);
			if (decoded.equals(path)) {
				return GateDecision.FORWARD;
			}
			path = decoded;
		}
		return GateDecision.accessDenied("This path is encoded too many times.");
	}

	private static boolean isAdministration(String path) {
		List<String> segments = new ArrayList<>();
		for (String segment : path.replace('\\', '/').split("[/?#]", 0)) {
			if (segment.equals("..") && !segments.isEmpty()) {
				segments.removeLast();
			}
			else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
				segments.add(segment);
			}
		}
		return !segments.isEmpty() && (segments.getFirst().startsWith("_") || segments.equals(List.of("health"))
				|| segments.contains("_user_request_"));
	}

	private static GateDecision foreignAccount(IncomingCall call) {
		String inPath = account(QUEUE_PATH, PercentCoding.decode(call.target().path(), false));
		if (inPath != null && isForeign(inPath, call.account())) {
			return refuse(call, inPath);
		}
		for (IncomingCall.Named named : call.named()) {
			String account = account(call, named);
			if (account != null && isForeign(account, call.account())) {
				return refuse(call, account);
			}
		}
		return GateDecision.FORWARD;
	}

	private static @Nullable String account(IncomingCall call, IncomingCall.Named named) {
		if (named.account() && DIGITS.matcher(named.value()).matches()) {
			return named.value();
		}
		String account = account(ARN, named.value());
		if (account == null) {
			account = account(PARTIAL_ARN, named.value());
		}
		return (account == null && call.service().equals("sqs")) ? account(QUEUE_URL, named.value()) : account;
	}

	private static @Nullable String account(Pattern pattern, String value) {
		Matcher matcher = pattern.matcher(value);
		return matcher.matches() ? matcher.group(1) : null;
	}

	private static boolean isForeign(String account, AccountId own) {
		return !account.equals(own.value());
	}

	private static GateDecision refuse(IncomingCall call, String account) {
		return GateDecision.accessDenied("The function runs in account " + call.account() + ", but this "
				+ (call.operation().equals(RecognizedCall.UNKNOWN) ? "request" : call.operation())
				+ " names something of account " + account + ".");
	}

	private static GateDecision unknownOperation(IncomingCall call) {
		return !call.operation().equals(RecognizedCall.UNKNOWN) ? GateDecision.FORWARD
				: new GateDecision.Refuse(404, "UnknownOperationException",
						"This request is no operation of an AWS service that is available here: "
								+ call.target().method() + " " + call.target().path() + ", signed for " + call.service()
								+ ".");
	}

}
