package academy.coldstart.fault;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the calls that a rule is for, and says which of them meet its fault. Not safe
 * for use by several threads.
 */
final class CallCount {

	/** A function that invents ids must not fill our memory. */
	private static final int MAX_KNOWN_CALLS = 10_000;

	private final Quota quota;

	private final Map<String, LogicalCall> known = new HashMap<>();

	private int seen;

	private int struck;

	CallCount(Quota quota) {
		this.quota = quota;
	}

	// Count a request. Requests with one SDK invocation id are one call, unless requests
	// are what counts.
	LogicalCall add(PassingCall request) {
		LogicalCall call;
		if (this.quota.countsRequests() || request.sdkInvocationId() == null || this.known.size() >= MAX_KNOWN_CALLS) {
			call = new LogicalCall(++this.seen);
		}
		else {
			call = this.known.computeIfAbsent(request.environment() + '/' + request.sdkInvocationId(),
					(id) -> new LogicalCall(++this.seen));
		}
		call.attempts++;
		return call;
	}

	// Take the latest request of a call for the fault, if it is its turn.
	boolean take(LogicalCall call) {
		if (!this.quota.countsRequests() && call.attempts > this.quota.attempts()) {
			return false;
		}
		if (!call.struck) {
			if (call.number <= this.quota.skip() || this.struck >= this.quota.times()) {
				return false;
			}
			call.struck = true;
			this.struck++;
		}
		return true;
	}

	int seen() {
		return this.seen;
	}

	/**
	 * A call with all its attempts.
	 */
	static final class LogicalCall {

		private final int number;

		private int attempts;

		private boolean struck;

		private LogicalCall(int number) {
			this.number = number;
		}

	}

}
