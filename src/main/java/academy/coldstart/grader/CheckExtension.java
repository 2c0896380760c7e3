package academy.coldstart.grader;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Gives checks their {@link Run} and companions, and marks what they do with their id.
 */
class CheckExtension implements ParameterResolver, InvocationInterceptor {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return type == Run.class || Companion.class.isAssignableFrom(type);
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Run run = RunSession.find(context);
		Class<?> type = parameter.getParameter().getType();
		return (type == Run.class) ? run : run.companion(type);
	}

	@Override
	public void interceptTestMethod(Invocation<@Nullable Void> invocation,
			ReflectiveInvocationContext<Method> invocationContext, ExtensionContext context) throws Throwable {
		Run run = RunSession.find(context);
		run.begin(id(invocationContext.getExecutable()));
		try {
			invocation.proceed();
		}
		finally {
			run.end();
		}
	}

	private static String id(Method method) {
		Check check = method.getAnnotation(Check.class);
		return (check != null) ? check.value() : method.getName();
	}

}
