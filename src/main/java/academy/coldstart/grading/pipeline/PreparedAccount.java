package academy.coldstart.grading.pipeline;

import java.util.List;
import java.util.Optional;

import academy.coldstart.course.HandlerLocation;
import academy.coldstart.endstate.EndState;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.Setup;
import academy.coldstart.grader.Stack;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.deployment.Deployment;
import academy.coldstart.grading.deployment.DeploymentFailed;
import academy.coldstart.grading.roles.AccountAuthority;
import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A leased account as a grader prepares it, and the way to deploy a submission into it.
 */
final class PreparedAccount implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(PreparedAccount.class);

	private final Platform platform;

	private final Prepared prepared;

	private final Ground ground;

	private PreparedAccount(Platform platform, Prepared prepared, Ground ground) {
		this.platform = platform;
		this.prepared = prepared;
		this.ground = ground;
	}

	/**
	 * Open the account of a lease.
	 * @param platform the platform
	 * @param prepared the submission
	 * @param seed decides what the grader prepares
	 * @param lease the lease, which stays the caller's to close
	 * @return the account, to be closed before the lease is
	 * @throws LanguageUnavailable when functions of this language cannot run here
	 */
	static PreparedAccount open(Platform platform, Prepared prepared, long seed, EngineLease lease) {
		requireLanguage(platform, prepared.handler());
		Setup setup = Setup.of(prepared.grader(), seed);
		AccountAuthority authority = platform.authority(lease, prepared);
		return new PreparedAccount(platform, prepared, new Ground(lease, setup, authority,
				platform.aws(lease, authority), platform.accounts().open(lease, setup, authority)));
	}

	private static void requireLanguage(Platform platform, @Nullable HandlerLocation handler) {
		if (handler != null) {
			platform.languages().obstacle(handler.runtime()).ifPresent((reason) -> {
				throw new LanguageUnavailable(reason);
			});
		}
	}

	/**
	 * Return this account for another submission, which has what this one has around it.
	 * @param other the submission
	 * @return the same account
	 */
	PreparedAccount with(Prepared other) {
		return new PreparedAccount(this.platform, other, this.ground);
	}

	Prepared prepared() {
		return this.prepared;
	}

	Accounts.OpenAccount opened() {
		return this.ground.account();
	}

	Pulse pulse() {
		return Pulse.of(this.platform.aws(this.ground.lease()),
				List.of(this.ground.account().fault(), this.ground.lease()::fault));
	}

	/**
	 * Ask for the pulse before something is blamed on the learner.
	 * @param failure what failed
	 * @return the failure, or the fault of the platform that is behind it
	 */
	RuntimeException believed(RuntimeException failure) {
		return pulse().fault()
			.<RuntimeException>map(
					(fault) -> (fault instanceof RuntimeException cause) ? cause : new IllegalStateException(fault))
			.orElse(failure);
	}

	Optional<String> doubt() {
		return this.ground.account().doubt().get();
	}

	Trace trace() {
		return this.ground.account().recorder().snapshot();
	}

	/**
	 * Deploy the submission.
	 * @return the stack
	 * @throws Rejected when the learner's template cannot be deployed
	 */
	Stack deploy() {
		try {
			return deployment()
				.deploy(this.prepared.template(), this.prepared.code(),
						this.prepared.parameters(this.ground.setup().parameters()))
				.with(this.prepared.lines());
		}
		catch (InvalidTemplate ex) {
			throw blamed(Problems.template("deploy", ex, this.prepared.templateFile()), ex);
		}
		catch (DeploymentFailed ex) {
			throw blamed(Problems.deployment(ex, this.prepared.templateFile()), ex);
		}
	}

	/**
	 * Give the functions of its stack the code of another submission with the same
	 * template.
	 * @param other the other submission
	 * @param stack the stack
	 * @return whether that was possible
	 * @throws Rejected when a function has no code then
	 */
	boolean updateCode(Prepared other, Stack stack) {
		try {
			return deployment().updateCode(this.prepared.template(), this.prepared.code(), other.code(), stack);
		}
		catch (InvalidTemplate ex) {
			throw blamed(Problems.template("deploy", ex, this.prepared.templateFile()), ex);
		}
	}

	/**
	 * Return what a grader gets to see of a stack.
	 * @param stack the stack
	 * @return the run
	 */
	Run run(Stack stack) {
		Accounts.OpenAccount account = this.ground.account();
		return new Run(this.ground.setup(), stack, this.ground.aws(), account.recorder(), account.control(),
				account.rules(), this.prepared.files().contents());
	}

	EndState endState(Stack stack) {
		return this.platform.endState(this.ground.lease(), this.ground.aws()).read(this.ground.setup().seed(), stack);
	}

	// What roles used is for the reader: a run is not spoiled when nobody can tell.
	void recordRoles() {
		AccountAuthority authority = this.ground.authority();
		if (authority == null) {
			return;
		}
		try {
			authority.uses(trace().calls()).forEach(this.ground.account().recorder()::record);
		}
		catch (RuntimeException ex) {
			log.warn("use of roles could not be told seed={}", this.ground.setup().seed(), ex);
		}
	}

	private Deployment deployment() {
		return this.platform.deployment(this.ground.lease(), this.prepared, this.ground.aws());
	}

	private RuntimeException blamed(Problem problem, RuntimeException cause) {
		// A template that the exercise brings along is never the learner's problem.
		return this.prepared.isOwnTemplate() ? cause : new Rejected(problem);
	}

	@Override
	public void close() {
		this.ground.account().close();
	}

	/**
	 * What is around a submission.
	 *
	 * @param lease the lease of the account
	 * @param setup what the grader prepared
	 * @param authority what decides on calls of functions, or null
	 * @param aws the way to the account
	 * @param account the account
	 */
	private record Ground(EngineLease lease, Setup setup, @Nullable AccountAuthority authority, Aws aws,
			Accounts.OpenAccount account) {
	}

}
