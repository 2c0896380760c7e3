package academy.coldstart.attack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Trace;

/**
 * What is attacked: an account with an upstream in the place of the engine, canaries, and
 * a function of somebody else that must not notice anything.
 */
final class Site implements AutoCloseable {

	/** The account of the attackers. */
	static final AccountId ACCOUNT = new AccountId("111122223333");

	/** Somebody else's account. */
	static final AccountId OTHER_ACCOUNT = new AccountId("999988887777");

	private static final String HONEST = "def handler(event, context):\n    return event * 2\n";

	private final AttackedPlatform platform;

	private final ProgramArchive archives;

	private final Path shared;

	private final QuietUpstream upstream = new QuietUpstream();

	private final Tenant attacker;

	private final Tenant other;

	private final Canaries canaries = new Canaries();

	private final Map<String, Object> told = new ConcurrentHashMap<>();

	private final HostClient client;

	private final DeployedFunction neighbour;

	Site(AttackedPlatform platform, ProgramArchive archives, Path shared) {
		this.platform = platform;
		this.archives = archives;
		this.shared = shared;
		this.client = new HostClient(platform.host());
		this.attacker = Tenant.admit(ACCOUNT, platform, this.upstream.uri());
		this.other = Tenant.admit(OTHER_ACCOUNT, platform, this.upstream.uri());
		this.neighbour = new DeployedFunction(this.client, OTHER_ACCOUNT, this.client.upload(archives.ofPython(HONEST)),
				new FunctionRun(ProgramLanguage.PYTHON.entry(), 0, 0, 0, 0, Map.of(), Expectation.ANY));
		this.neighbour.startOrFail();
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
		return this.attacker.trace();
	}

	/**
	 * Deploy a program.
	 * @param program the file with its code
	 * @param run how it is to be run
	 * @return the function, not started
	 */
	DeployedFunction deploy(Path program, FunctionRun run) {
		return new DeployedFunction(this.client, ACCOUNT, this.client.upload(this.archives.of(program, this.shared)),
				run);
	}

	/**
	 * Deploy Python code.
	 * @param code the code of its handler
	 * @param run how it is to be run
	 * @return the function, not started
	 */
	DeployedFunction deploy(String code, FunctionRun run) {
		return new DeployedFunction(this.client, ACCOUNT, this.client.upload(this.archives.ofPython(code)), run);
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
		event.put("other", OTHER_ACCOUNT.value());
		return event;
	}

	/**
	 * Look for processes of learner programs.
	 * @return those that were found
	 */
	Set<String> processes() {
		return this.platform.isolation()
			.remains()
			.stream()
			.filter((each) -> each.startsWith("process "))
			.collect(Collectors.toSet());
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
		this.attacker.close();
		this.other.close();
		this.client.close();
		this.upstream.close();
		this.canaries.close();
	}

}
