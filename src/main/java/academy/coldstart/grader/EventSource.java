package academy.coldstart.grader;

import java.util.List;
import java.util.Optional;

import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/**
 * An event source mapping as it is in effect: who delivers what to which function.
 *
 * @param uuid its id
 * @param sourceArn the ARN of the queue or stream that it reads
 * @param functionArn the ARN of the function, with its version or alias if it has one
 * @param enabled whether it reads
 * @param batchSize how many records an event has at most
 * @param windowSeconds how long it gathers records for an event
 * @param responseTypes what it understands of the function's answer, such as
 * {@code ReportBatchItemFailures}
 */
public record EventSource(String uuid, String sourceArn, String functionArn, boolean enabled, int batchSize,
		int windowSeconds, List<String> responseTypes) {

	public EventSource {
		responseTypes = List.copyOf(responseTypes);
	}

	static EventSource of(EventSourceMappingConfiguration mapping) {
		Integer window = mapping.maximumBatchingWindowInSeconds();
		return new EventSource(mapping.uuid(), String.valueOf(mapping.eventSourceArn()), mapping.functionArn(),
				!String.valueOf(mapping.state()).startsWith("Disabl"), mapping.batchSize(),
				(window != null) ? window : 0, mapping.functionResponseTypesAsStrings());
	}

	/**
	 * Return the name of the function.
	 * @return its name without version or alias
	 */
	public String function() {
		return Arn.fromString(this.functionArn).resource().resource();
	}

	/**
	 * Return the version or alias of the function that is invoked.
	 * @return the version or alias, or empty when the mapping names none
	 */
	public Optional<String> qualifier() {
		return Arn.fromString(this.functionArn).resource().qualifier();
	}

}
