package academy.coldstart.engine.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that needs Docker. Without it the test is skipped by name, except where
 * COLDSTART_REQUIRE_DOCKER is set: there it must run, and fails.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(RequiresDocker.Condition.class)
public @interface RequiresDocker {

	/**
	 * Decides whether the test runs.
	 */
	class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if ("true".equals(System.getenv("COLDSTART_REQUIRE_DOCKER"))) {
				return ConditionEvaluationResult.enabled("Docker is required here");
			}
			DockerState state = new DockerProbe(System.getenv()).ask();
			return state.isUsable() ? ConditionEvaluationResult.enabled(state.sentence())
					: ConditionEvaluationResult.disabled(state.sentence());
		}

	}

}
