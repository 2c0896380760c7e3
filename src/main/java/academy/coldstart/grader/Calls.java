package academy.coldstart.grader;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Phase;

/**
 * Recorded calls, to be narrowed down step by step.
 *
 * @param list the calls in the order in which they began
 */
public record Calls(List<AwsCall> list) implements Iterable<AwsCall> {

	public Calls {
		list = List.copyOf(list);
	}

	public Calls service(String service) {
		return matching((call) -> call.service().equals(service));
	}

	public Calls operation(String... operations) {
		Set<String> wanted = Set.of(operations);
		return matching((call) -> wanted.contains(call.operation()));
	}

	/**
	 * Keep calls that touch a resource, whatever the operation: also batches and
	 * transactions that name it among others.
	 * @param resource a name, URL or ARN
	 * @return those calls
	 */
	public Calls touching(String resource) {
		Touch touch = new Touch(resource);
		return matching((call) -> touch.test(call.resource(), call.request().text()));
	}

	public Calls phase(Phase phase) {
		return matching((call) -> call.phase() == phase);
	}

	public Calls environment(String environment) {
		return matching((call) -> environment.equals(call.environment()));
	}

	/**
	 * Keep calls made during an invocation.
	 * @param requestId the AWS request id of the invocation
	 * @return those calls
	 */
	public Calls invocation(String requestId) {
		return matching((call) -> requestId.equals(call.invocation()));
	}

	/**
	 * Keep calls that began at or after a moment.
	 * @param mark the moment, from {@link Run#mark()}
	 * @return those calls
	 */
	public Calls since(double mark) {
		return matching((call) -> call.startMs() >= mark);
	}

	public Calls succeeded() {
		return matching(AwsCall::succeeded);
	}

	public Calls outcome(CallOutcome outcome) {
		return matching((call) -> call.outcome() == outcome);
	}

	/**
	 * Keep calls that the policies of their callers did not allow.
	 * @return those calls
	 */
	public Calls denied() {
		return outcome(CallOutcome.DENIED);
	}

	/**
	 * Keep calls that needed a permission, allowed or denied.
	 * @param action the IAM action, such as {@code sqs:SendMessage}
	 * @return those calls; none where roles are open
	 */
	public Calls needing(String action) {
		return matching((call) -> call.access() != null && call.access()
			.permissions()
			.stream()
			.anyMatch((permission) -> permission.action().equalsIgnoreCase(action)));
	}

	public Calls matching(Predicate<AwsCall> condition) {
		return new Calls(this.list.stream().filter(condition).toList());
	}

	/**
	 * Keep the last attempt of each logical call: attempts carry the same SDK invocation
	 * id within an environment.
	 * @return one call for each logical call
	 */
	public Calls logical() {
		Map<String, AwsCall> last = new LinkedHashMap<>();
		for (AwsCall call : this.list) {
			String id = call.sdkInvocationId();
			last.put((id != null) ? call.environment() + "/" + id : call.id(), call);
		}
		return new Calls(List.copyOf(last.values()));
	}

	/**
	 * Return the TCP connections that carried the calls, told apart by environment.
	 * @return the distinct connections
	 */
	public Set<String> connections() {
		return this.list.stream()
			.map((call) -> call.environment() + "/" + call.connection())
			.collect(Collectors.toUnmodifiableSet());
	}

	public Set<String> environments() {
		return this.list.stream()
			.map(AwsCall::environment)
			.filter(Objects::nonNull)
			.collect(Collectors.toUnmodifiableSet());
	}

	public int count() {
		return this.list.size();
	}

	public boolean isEmpty() {
		return this.list.isEmpty();
	}

	/**
	 * Return the times at which the calls began, as text for messages.
	 * @return such as {@code 0.41 s, 0.44 s and 0.47 s}
	 */
	public String times() {
		return Moments.text(this.list.stream().map(AwsCall::startMs).toList());
	}

	@Override
	public Iterator<AwsCall> iterator() {
		return this.list.iterator();
	}

	static Calls of(Collection<AwsCall> calls) {
		return new Calls(List.copyOf(calls));
	}

}
