package academy.coldstart.grader;

import java.util.Comparator;

import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/**
 * Runs checks in the order of their ids: C2 before C10.
 */
public class CheckOrder implements MethodOrderer {

	@Override
	public void orderMethods(MethodOrdererContext context) {
		context.getMethodDescriptors().sort(Comparator.comparing(CheckOrder::id, CheckOrder::compare));
	}

	private static String id(MethodDescriptor method) {
		return method.findAnnotation(Check.class).map(Check::value).orElse(method.getMethod().getName());
	}

	private static int compare(String first, String second) {
		int byLength = Integer.compare(first.length(), second.length());
		return (byLength != 0) ? byLength : first.compareTo(second);
	}

}
