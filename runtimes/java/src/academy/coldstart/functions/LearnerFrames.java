package academy.coldstart.functions;

import java.security.CodeSource;
import java.util.Optional;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Has each AWS SDK call say which line of the learner's code made it.
 */
public final class LearnerFrames implements ExecutionInterceptor {

	static final String HEADER = "x-coldstart-frame";

	private static final String LEARNERS_LOADER = "com.amazonaws.services.lambda.runtime.api.client.CustomerClassLoader";

	private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	@Override
	public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
		Optional<String> frame = WALKER
			.walk((frames) -> frames.filter(LearnerFrames::isLearners).findFirst().map(LearnerFrames::place));
		return frame
			.map((place) -> context.httpRequest().toBuilder().putHeader(HEADER, place).build())
			.orElseGet(context::httpRequest);
	}

	private static boolean isLearners(StackWalker.StackFrame frame) {
		ClassLoader loader = frame.getDeclaringClass().getClassLoader();
		if (loader == null || !loader.getClass().getName().equals(LEARNERS_LOADER)) {
			return false;
		}
		CodeSource source = frame.getDeclaringClass().getProtectionDomain().getCodeSource();
		return source != null && source.getLocation().getPath().endsWith("/") && frame.getFileName() != null;
	}

	private static String place(StackWalker.StackFrame frame) {
		String folder = frame.getDeclaringClass().getPackageName().replace('.', '/');
		String file = folder.isEmpty() ? frame.getFileName() : folder + "/" + frame.getFileName();
		return (file + ":" + frame.getLineNumber()).replaceAll("[^ -~]", "?");
	}

}
