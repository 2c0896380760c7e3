package academy.coldstart.grading.pipeline;

import java.time.Duration;

import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.engine.EngineUnavailable;
import academy.coldstart.grader.Aws;
import academy.coldstart.grading.deployment.AwsRules;
import academy.coldstart.grading.deployment.Deployment;
import academy.coldstart.grading.deployment.Linter;
import academy.coldstart.grading.endstate.EndStateReader;
import academy.coldstart.grading.roles.AccountAuthority;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;

import org.springframework.stereotype.Component;

/**
 * What a run needs of the platform.
 */
@Component
class Platform {

	private static final Duration GLANCE = Duration.ofMillis(50);

	private final Engine engine;

	private final Accounts accounts;

	private final SdkHttpClient http;

	private final GradingProperties properties;

	private final Languages languages;

	private final Linter linter = new Linter();

	Platform(Engine engine, Accounts accounts, SdkHttpClient http, GradingProperties properties, Languages languages) {
		this.engine = engine;
		this.accounts = accounts;
		this.http = http;
		this.properties = properties;
		this.languages = languages;
	}

	EngineLease lease() {
		return this.engine.lease(this.properties.enginePatience());
	}

	/**
	 * Lease an account for somebody who does not wait long.
	 * @param patience how long to wait at most
	 * @return the lease
	 * @throws EngineUnavailable when none is ready in time
	 */
	EngineLease lease(Duration patience) {
		return this.engine.lease(patience);
	}

	/**
	 * Demand that what functions are built and run with is installed. Begins to install
	 * it.
	 * @param patience how long to wait at most
	 * @throws EngineUnavailable when it is not in time
	 */
	void requireInstalled(Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		this.engine.prepare();
		EngineStatus status = this.engine.status();
		while (status.state() == EngineStatus.State.INSTALLING && System.nanoTime() < deadline) {
			pause();
			status = this.engine.status();
		}
		if (status.state() == EngineStatus.State.INSTALLING || status.state() == EngineStatus.State.UNAVAILABLE) {
			throw new EngineUnavailable(status);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(GLANCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the engine", ex);
		}
	}

	Accounts accounts() {
		return this.accounts;
	}

	Aws aws(EngineLease lease) {
		return new Aws(lease.endpoint(), lease.account(), this.http);
	}

	/**
	 * Return the way to an account whose policies are remembered.
	 * @param lease the account
	 * @param authority what remembers them, or null
	 * @return the clients
	 */
	Aws aws(EngineLease lease, @Nullable AccountAuthority authority) {
		return (authority != null) ? new Aws(lease.endpoint(), lease.account(), this.http, authority::forget)
				: aws(lease);
	}

	/**
	 * Return what decides on the calls of a submission's functions.
	 * @param lease the account
	 * @param prepared the submission
	 * @return the authority, or null when everything is allowed
	 */
	@Nullable AccountAuthority authority(EngineLease lease, Prepared prepared) {
		return switch (prepared.roles()) {
			case ENFORCED -> new AccountAuthority(aws(lease));
			case OPEN -> null;
		};
	}

	/**
	 * Return what reads the state of an account's stack when its run has ended.
	 * @param lease the account
	 * @param aws the way to the account
	 * @return the reader
	 */
	EndStateReader endState(EngineLease lease, Aws aws) {
		return new EndStateReader(aws, this.http, lease.endpoint());
	}

	Languages languages() {
		return this.languages;
	}

	/**
	 * Return what deploys a submission. A template that the exercise brings along is not
	 * checked again in every run.
	 * @param lease the account
	 * @param prepared the submission
	 * @param aws the way to the account
	 * @return the deployment
	 */
	Deployment deployment(EngineLease lease, Prepared prepared, Aws aws) {
		AwsRules rules = prepared.isOwnTemplate() ? AwsRules.NONE : AwsRules.of(this.linter, lease.endpoint());
		return new Deployment(aws, rules);
	}

	Duration runLimit() {
		return this.properties.runLimit();
	}

}
