package academy.coldstart.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.coldstart.isolation.Cell;
import academy.coldstart.isolation.ConfinedProcess;
import academy.coldstart.isolation.Confinement;
import academy.coldstart.isolation.Directories;
import academy.coldstart.isolation.Limits;
import academy.coldstart.loopback.LoopbackListener;
import academy.coldstart.process.Command;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one process has for itself: its way to AWS, its Runtime API, its companion
 * services, its directories and its confinement. Closing takes all of it away again.
 */
final class Surroundings implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Surroundings.class);

	/** Where Lambda has the code of a function. */
	private static final Path TASK = Path.of("/var/task");

	/** Where Lambda has the layers of a function. */
	private static final Path OPT = Path.of("/opt");

	private final EnvironmentPlan plan;

	private final LanguageRuntime language;

	private final AwsEndpoint.Line line;

	private final URI runtimeApi;

	private final Map<String, URI> companions = new LinkedHashMap<>();

	private final Path code;

	private final Path layers;

	private final Path scratch;

	private final Cell cell;

	private final Deque<AutoCloseable> opened = new ArrayDeque<>();

	/**
	 * Open all that a process needs.
	 * @param facilities what all environments share
	 * @param admission the account
	 * @param plan the environment
	 * @param language the language of the function
	 * @param caller the process, as companion services see it
	 * @param api answers the Runtime API
	 */
	Surroundings(HostFacilities facilities, Admission admission, EnvironmentPlan plan, LanguageRuntime language,
			CompanionListener.Caller caller, Request.Handler api) {
		this.plan = plan;
		this.language = language;
		try {
			this.code = opened(facilities.archives().tree(List.of(plan.codeSha256()))).directory();
			this.layers = opened(facilities.archives().tree(plan.layerSha256())).directory();
			this.line = opened(facilities.aws().open(caller.environment(), admission.account(), plan.credentials()));
			this.runtimeApi = opened(facilities.listeners().openStrict(api)).uri();
			for (CompanionService service : admission.companions()) {
				this.companions.put(service.variable(), listen(facilities,
						new CompanionListener(service, caller, admission.recorder(), admission.rules())));
			}
			this.scratch = makeScratch(facilities.directory());
			this.cell = opened(facilities.isolation().open(confinement(facilities.limits())));
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	AwsEndpoint.Line line() {
		return this.line;
	}

	/**
	 * Start the function's runtime.
	 * @return the running process
	 */
	ConfinedProcess start() {
		Path task = this.cell.inside(this.code);
		Path opt = this.cell.inside(this.layers);
		Map<String, String> variables = variables(task.toString(), opt.toString());
		Launch launch = new Launch(this.plan.runtime(), task, opt, this.cell.inside(this.scratch), this.plan.memoryMb(),
				variables);
		this.language.variables(launch).forEach(variables::putIfAbsent);
		return this.cell.start(new Command(this.language.commandLine(launch), task, variables));
	}

	private Map<String, String> variables(String task, String opt) {
		return new EnvironmentVariables(this.plan, this.line).companions(this.companions)
			.set("AWS_LAMBDA_RUNTIME_API", this.runtimeApi.getAuthority())
			.set("LAMBDA_TASK_ROOT", task)
			.set("LAMBDA_RUNTIME_DIR", this.language.runtimeDirectory().toString())
			.set("TMPDIR", this.cell.inside(this.scratch).toString())
			.append("PATH", "/usr/local/bin:/usr/bin:/bin:" + opt + "/bin")
			.append("LD_LIBRARY_PATH", task + ":" + task + "/lib:" + opt + "/lib")
			.toMap();
	}

	private Confinement confinement(FunctionLimits functionLimits) {
		Map<Path, Path> placed = Map.of(TASK, this.code, OPT, this.layers);
		List<URI> reachable = new ArrayList<>(List.of(this.line.uri(), this.runtimeApi));
		reachable.addAll(this.companions.values());
		Limits limits = functionLimits.of(this.plan, this.language.dataHeadroomBytes());
		return new Confinement(this.scratch, this.language.directories(), placed, reachable, limits);
	}

	private Path makeScratch(Path directory) {
		try {
			Path own = Files.createDirectory(directory.resolve(UUID.randomUUID().toString()));
			opened(() -> Directories.delete(own));
			return own;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No directory could be made in " + directory, ex);
		}
	}

	private URI listen(HostFacilities facilities, Request.Handler handler) {
		LoopbackListener listener = opened(facilities.listeners().open(handler));
		return listener.uri();
	}

	private <T extends AutoCloseable> T opened(T closeable) {
		this.opened.push(closeable);
		return closeable;
	}

	@Override
	public void close() {
		while (!this.opened.isEmpty()) {
			try {
				this.opened.pop().close();
			}
			catch (Exception ex) {
				logger.error("Something of an execution environment could not be taken away", ex);
			}
		}
	}

}
