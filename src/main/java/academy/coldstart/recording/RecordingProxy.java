package academy.coldstart.recording;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.loopback.LoopbackServer;
import academy.coldstart.recording.protocol.CallRecognizer;
import academy.coldstart.recording.protocol.OperationTable;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.TraceRecorder;
import academy.coldstart.trace.Traces;

/**
 * The only way from a function to AWS. Each execution environment has a line of its own;
 * every call on it is pinned to the environment's account, recorded, and forwarded to the
 * account's engine.
 */
public final class RecordingProxy implements AutoCloseable {

	private final Traces traces;

	private final Clock clock;

	private final LoopbackServer server = new LoopbackServer("recording");

	private final EngineClient client = new EngineClient();

	private final CallRecognizer recognizer = new CallRecognizer(OperationTable.load());

	private final Map<AccountId, AccountLine> accounts = new ConcurrentHashMap<>();

	public RecordingProxy(Traces traces, Clock clock) {
		this.traces = traces;
		this.clock = clock;
	}

	/**
	 * Say where the calls of an account go. Its trace has to be open.
	 * @param account the account
	 * @param upstream the engine that has the account, and what decides on its calls
	 * @throws IllegalStateException when the account is not being recorded, or was
	 * admitted already
	 */
	public void admit(AccountId account, Upstream upstream) {
		admit(account, upstream, new FaultRules(recorder(account), (environment) -> {
		}));
	}

	/**
	 * Say where the calls of an account go and which faults they meet. Its trace has to
	 * be open.
	 * @param account the account
	 * @param upstream the engine that has the account, and what decides on its calls
	 * @param rules the faults
	 * @throws IllegalStateException when the account is not being recorded, or was
	 * admitted already
	 */
	public void admit(AccountId account, Upstream upstream, FaultRules rules) {
		AccountLine line = new AccountLine(upstream, recorder(account), rules, this.client, this.clock);
		if (this.accounts.putIfAbsent(account, line) != null) {
			throw new IllegalStateException("Account " + account + " was admitted already");
		}
	}

	private TraceRecorder recorder(AccountId account) {
		return this.traces.find(account)
			.orElseThrow(() -> new IllegalStateException("Account " + account + " is not being recorded"));
	}

	/**
	 * Open a line for one incarnation of an execution environment.
	 * @param environment the id of the environment within its trace
	 * @param account the admitted account that everything it does is pinned to
	 * @param session the function's role session
	 * @return the open line
	 * @throws IllegalStateException when the account was not admitted
	 */
	public EnvironmentLine open(String environment, AccountId account, RoleSession session) {
		return new Line(this, find(account), environment, session);
	}

	/**
	 * Return what went wrong on our side for an account: a run with such faults says
	 * nothing about the learner's code.
	 * @param account the admitted account
	 * @return the faults so far, in order
	 */
	public List<PlatformFault> faults(AccountId account) {
		return find(account).faults();
	}

	/**
	 * Return which calls of the engine were made although nobody could say whether they
	 * were allowed: a run with such calls says nothing, not even when everything passed.
	 * @param account the admitted account
	 * @return the operations, such as {@code SendMessage of sqs}; none where roles are
	 * not enforced
	 */
	public List<String> undecided(AccountId account) {
		return find(account).undecided();
	}

	void undecided(AccountId account, String call) {
		Optional.ofNullable(this.accounts.get(account)).ifPresent((line) -> line.undecided(call));
	}

	/**
	 * Forget an account. Its lines are closed by those who opened them.
	 * @param account the account
	 */
	public void dismiss(AccountId account) {
		this.accounts.remove(account);
	}

	private AccountLine find(AccountId account) {
		AccountLine line = this.accounts.get(account);
		if (line == null) {
			throw new IllegalStateException("Account " + account + " was not admitted");
		}
		return line;
	}

	// Find what decides on the calls of an account, if anything does.
	Optional<Enforcement> enforcement(AccountId account) {
		return Optional.ofNullable(this.accounts.get(account)).map(AccountLine::enforcement);
	}

	// Say whether everything is allowed in an account as long as it is admitted.
	boolean isOpen(AccountId account) {
		AccountLine line = this.accounts.get(account);
		return line != null && line.enforcement() == null;
	}

	LoopbackServer server() {
		return this.server;
	}

	EngineClient client() {
		return this.client;
	}

	CallRecognizer recognizer() {
		return this.recognizer;
	}

	Clock clock() {
		return this.clock;
	}

	@Override
	public void close() {
		this.server.close();
		this.client.close();
	}

}
