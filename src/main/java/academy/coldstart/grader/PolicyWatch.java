package academy.coldstart.grader;

import java.util.Locale;

import academy.coldstart.authorization.PolicyChanges;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Tells when a request of the grader may have changed a policy. CloudFormation changes
 * them long after it was asked to, so that even a look at a stack counts.
 */
final class PolicyWatch implements ExecutionInterceptor {

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
		if (service.equals("cloudformation") || PolicyChanges.mayFollow(service, operation)) {
			this.changed.run();
		}
	}

}
