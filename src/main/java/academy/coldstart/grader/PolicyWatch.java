package academy.coldstart.grader;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Tells when a request of the grader may have changed a policy. CloudFormation changes
 * them long after it was asked to, so that even a look at a stack counts.
 */
final class PolicyWatch implements ExecutionInterceptor {

	private static final Set<String> EVERYTHING = Set.of("cloudformation", "iam");

	private static final Pattern CHANGING = Pattern
		.compile("(Put|Add|Set|Remove|Delete)\\w*(Policy|Permission|Attributes)|(Create|Delete|Update)\\w+");

	private final Runnable changed;

	PolicyWatch(Runnable changed) {
		this.changed = changed;
	}

	@Override
	public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
		tell(attributes);
	}

	@Override
	public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
		tell(attributes);
	}

	private void tell(ExecutionAttributes attributes) {
		String service = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME))
			.toLowerCase(Locale.ROOT);
		String operation = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
		boolean item = operation.endsWith("Item") || operation.endsWith("Message") || operation.endsWith("Object");
		if (EVERYTHING.contains(service) || (!item && CHANGING.matcher(operation).matches())) {
			this.changed.run();
		}
	}

}
