package academy.coldstart.timeline;

import java.util.Map;
import java.util.stream.Collectors;

import academy.coldstart.trace.AccessDecision;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.InjectedFault;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.LogLine;
import academy.coldstart.trace.Phase;
import org.jspecify.annotations.Nullable;

/**
 * The words for what a trace holds.
 */
final class Words {

	private static final Map<String, String> SERVICES = Map.ofEntries(Map.entry("dynamodb", "DynamoDB"),
			Map.entry("sqs", "SQS"), Map.entry("sns", "SNS"), Map.entry("s3", "S3"), Map.entry("lambda", "Lambda"),
			Map.entry("events", "EventBridge"), Map.entry("ssm", "SSM"), Map.entry("sts", "STS"),
			Map.entry("iam", "IAM"), Map.entry("logs", "CloudWatch Logs"), Map.entry("monitoring", "CloudWatch"),
			Map.entry("secretsmanager", "Secrets Manager"), Map.entry("cloudformation", "CloudFormation"),
			Map.entry("states", "Step Functions"), Map.entry("kinesis", "Kinesis"));

	private Words() {
	}

	static String service(String signingName) {
		return SERVICES.getOrDefault(signingName, signingName);
	}

	static String of(AwsCall call) {
		String status = (call.status() > 0) ? Integer.toString(call.status()) : "no answer";
		return switch (call.outcome()) {
			case FORWARDED -> status + fault(call);
			case REFUSED -> status + ", refused: a function may not do this";
			case DENIED -> status + ", denied: " + denied(call);
			case FAULTED -> status + ((call.fault() != null) ? fault(call) : ", a fault that the check injected");
			case BROKEN -> "no answer" + fault(call);
		};
	}

	private static String denied(AwsCall call) {
		AccessDecision access = call.access();
		return (access != null) ? access.permissions()
			.stream()
			.filter((permission) -> !permission.allowed())
			.map(Words::denied)
			.collect(Collectors.joining("; ")) : "the role does not allow it";
	}

	private static String denied(AccessDecision.Permission permission) {
		String near = permission.near().isEmpty() ? "." : ". Closest is " + permission.near().getFirst();
		String needed = (permission.suggestion() != null) ? " This would allow it: " + permission.suggestion() : "";
		String statement = (permission.statement() != null) ? " (" + permission.statement() + ")" : "";
		return permission.action() + " on " + permission.resource() + " " + permission.reason() + statement + near
				+ needed;
	}

	private static String fault(AwsCall call) {
		InjectedFault fault = call.fault();
		return (fault != null) ? ", made so by the check: " + fault.text() : "";
	}

	static String of(Phase phase) {
		return switch (phase) {
			case INIT -> ", in the Init phase";
			case INVOKE -> "";
			case FROZEN -> ", between invocations";
			case ENGINE -> ", by the engine";
		};
	}

	static String of(Invocation.@Nullable Outcome outcome) {
		if (outcome == null) {
			return "did not end";
		}
		return switch (outcome) {
			case SUCCEEDED -> "succeeded";
			case FAILED -> "failed";
			case TIMED_OUT -> "timed out";
			case EXITED -> "process ended";
			case LIMIT_EXCEEDED -> "limit exceeded";
			case KILLED -> "killed by the check";
		};
	}

	static String of(ExecutionEnvironment.End end) {
		return switch (end) {
			case INIT_FAILED -> "Init phase failed";
			case TIMED_OUT -> "timed out";
			case EXITED -> "process ended on its own";
			case LIMIT_EXCEEDED -> "limit exceeded";
			case KILLED -> "killed by the check";
			case SHUT_DOWN -> "shut down";
		};
	}

	static String of(LogLine.Source source) {
		return switch (source) {
			case STDOUT -> "stdout";
			case STDERR -> "stderr";
			case PLATFORM -> "platform";
		};
	}

}
