package academy.coldstart.attack;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.recording.Upstream;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Trace;
import academy.coldstart.trace.TraceRecorder;

/**
 * What is attacked: an account with an upstream in the place of the engine, canaries, and
 * a function of somebody else that must not notice anything.
 */
final class Site implements AutoCloseable {

	/** The account of the attackers. */
	static final AccountId ACCOUNT = new AccountId("111122223333");

	/** Somebody else's account. */
	static final String OTHER_ACCOUNT = "999988887777";

	private static final String HONEST = "def handler(event, context):\n    return event * 2\n";

	private final AttackedPlatform platform;

	private final ProgramArchive archives;

	private final Path shared;

	private final TraceRecorder recorder = new TraceRecorder(1, ACCOUNT, Clock.systemUTC());

	private final QuietUpstream upstream = new QuietUpstream();

	private final Canaries canaries = new Canaries();

	private final Map<String, Object> told = new ConcurrentHashMap<>();

	private final HostClient client;

	private final DeployedFunction neighbour;

	Site(AttackedPlatform platform, ProgramArchive archives, Path shared) {
		this.platform = platform;
		this.archives = archives;
		this.shared = shared;
		this.client = new HostClient(platform.host());
		platform.traces().open(this.recorder);
		FaultRules rules = new FaultRules(this.recorder, (environment) -> {
		});
		platform.proxy().admit(ACCOUNT, new Upstream(this.upstream.uri()), rules);
		platform.host().admit(ACCOUNT, List.of(), rules);
		this.neighbour = honest();
		this.neighbour.start();
	}

	AttackedPlatform platform() {
		return this.platform;
	}

	Canaries canaries() {
		return this.canaries;
	}

	QuietUpstream upstream() {
		return this.upstream;
	}

	Trace trace() {
		return this.recorder.snapshot();
	}

	/**
	 * Deploy a program.
	 * @param program the file with its code
	 * @param run how it is to be run
	 * @return the function, not started
	 */
	DeployedFunction deploy(Path program, FunctionRun run) {
		return new DeployedFunction(this.client, this.client.upload(this.archives.of(program, this.shared)), run);
	}

	/**
	 * Deploy a function that does as it is told: it answers twice its event.
	 * @return the function, not started
	 */
	DeployedFunction honest() {
		return deploy(HONEST, new FunctionRun(ProgramLanguage.PYTHON.entry(), 0, 0, 0, 0, Map.of(), Expectation.ANY));
	}

	/**
	 * Deploy Python code.
	 * @param code the code of its handler
	 * @param run how it is to be run
	 * @return the function, not started
	 */
	DeployedFunction deploy(String code, FunctionRun run) {
		return new DeployedFunction(this.client, this.client.upload(this.archives.ofPython(code)), run);
	}

	/**
	 * Tell all programs from now on something to look for.
	 * @param name its name in their event
	 * @param value where it is
	 */
	void tell(String name, String value) {
		this.told.put(name, value);
	}

	/**
	 * Say whether the function of somebody else still answers as it should.
	 * @return whether it does
	 */
	boolean isNeighbourWell() {
		return this.neighbour.invoke(21).payload().equals("42");
	}

	/**
	 * Return what a program is invoked with.
	 * @param run the run
	 * @return the event
	 */
	Map<String, Object> event(FunctionRun run) {
		Map<String, Object> event = new HashMap<>(run.event());
		event.putAll(this.told);
		event.put("canary", this.canaries.event());
		event.put("account", ACCOUNT.value());
		event.put("other", OTHER_ACCOUNT);
		return event;
	}

	/**
	 * Look for what is there of learner programs.
	 * @return what was found
	 */
	Set<String> remains() {
		Set<String> found = new TreeSet<>(this.platform.isolation().remains());
		found.addAll(this.platform.host().remains());
		return found;
	}

	@Override
	public void close() {
		this.platform.host().dismiss(ACCOUNT);
		this.platform.proxy().dismiss(ACCOUNT);
		this.platform.traces().close(ACCOUNT);
		this.client.close();
		this.upstream.close();
		this.canaries.close();
	}

}
