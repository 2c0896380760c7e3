package academy.coldstart.grader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.Invocation;

/**
 * The life of execution environments and the invocations in them, to be narrowed down.
 *
 * @param environments the environments in the order in which they started
 * @param invocations their invocations in the order in which they started
 */
public record Timeline(List<ExecutionEnvironment> environments, List<Invocation> invocations) {

	public Timeline {
		environments = List.copyOf(environments);
		invocations = List.copyOf(invocations);
	}

	/**
	 * Keep what belongs to a function.
	 * @param function the function name
	 * @return its part of the timeline
	 */
	public Timeline function(String function) {
		List<ExecutionEnvironment> kept = this.environments.stream()
			.filter((environment) -> environment.function().equals(function))
			.toList();
		Set<String> ids = kept.stream().map(ExecutionEnvironment::id).collect(Collectors.toSet());
		return new Timeline(kept,
				this.invocations.stream().filter((invocation) -> ids.contains(invocation.environment())).toList());
	}

	/**
	 * Keep what began at or after a moment.
	 * @param mark the moment, from {@link Run#mark()}
	 * @return that part of the timeline
	 */
	public Timeline since(double mark) {
		return new Timeline(this.environments.stream().filter((one) -> one.initStartMs() >= mark).toList(),
				this.invocations.stream().filter((one) -> one.startMs() >= mark).toList());
	}

	/**
	 * Return the attempts of an invocation: an asynchronous event that is retried keeps
	 * its request id.
	 * @param requestId the AWS request id
	 * @return the attempts in order
	 */
	public List<Invocation> attempts(String requestId) {
		return this.invocations.stream().filter((invocation) -> invocation.requestId().equals(requestId)).toList();
	}

	public Optional<Invocation> invocation(String requestId) {
		return attempts(requestId).stream().reduce((first, second) -> second);
	}

	public Optional<ExecutionEnvironment> environment(String id) {
		return this.environments.stream().filter((environment) -> environment.id().equals(id)).findFirst();
	}

	public List<Invocation> coldStarts() {
		return this.invocations.stream().filter(Invocation::coldStart).toList();
	}

	/**
	 * Return whether at least one environment got through its Init phase.
	 * @return whether the code could be loaded at least once
	 */
	public boolean hasInitialized() {
		return this.environments.stream()
			.anyMatch((environment) -> environment.initEndMs() != null
					&& environment.end() != ExecutionEnvironment.End.INIT_FAILED);
	}

	/**
	 * Return whether at least one environment failed in its Init phase.
	 * @return whether the code could not be loaded at least once
	 */
	public boolean hasFailedInit() {
		return this.environments.stream()
			.anyMatch((environment) -> environment.end() == ExecutionEnvironment.End.INIT_FAILED);
	}

}
