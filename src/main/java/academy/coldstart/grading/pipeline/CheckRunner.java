package academy.coldstart.grading.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import academy.coldstart.grader.CheckOrder;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.RunSession;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the checks of a grader on a deployed run, in a launcher session of its own and
 * without any configuration from outside.
 */
final class CheckRunner {

	private final Duration limit;

	private final Abandonment abandonment;

	/**
	 * Create the runner.
	 * @param limit after which time no further check begins
	 * @param abandonment after which none begins either
	 */
	CheckRunner(Duration limit, Abandonment abandonment) {
		this.limit = limit;
		this.abandonment = abandonment;
	}

	/**
	 * Run all checks.
	 * @param grader the class of the grader
	 * @param run the run
	 * @param pulse tells whether the platform works, asked before a failure is believed
	 * @param heard hears every result as it comes
	 * @return the results, one for each check
	 */
	List<SeedCheck> run(Class<?> grader, Run run, Pulse pulse, Consumer<SeedCheck> heard) {
		CheckListener listener = new CheckListener(pulse, heard);
		CancellationToken token = CancellationToken.create();
		ScheduledExecutorService clock = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
		ScheduledFuture<?> deadline = clock.schedule(token::cancel, this.limit.toMillis(), TimeUnit.MILLISECONDS);
		this.abandonment.whenDeclared(token::cancel);
		try (LauncherSession session = LauncherFactory.openSession(config())) {
			RunSession.bind(session, run);
			session.getLauncher()
				.execute(LauncherExecutionRequestBuilder.request(request(grader))
					.listeners(listener)
					.cancellationToken(token)
					.build());
		}
		finally {
			deadline.cancel(false);
			clock.shutdownNow();
		}
		return listener.results(Graders.checks(grader));
	}

	private static LauncherConfig config() {
		return LauncherConfig.builder()
			.enableTestExecutionListenerAutoRegistration(false)
			.enableLauncherSessionListenerAutoRegistration(false)
			.enableLauncherDiscoveryListenerAutoRegistration(false)
			.enablePostDiscoveryFilterAutoRegistration(false)
			.build();
	}

	private static LauncherDiscoveryRequest request(Class<?> grader) {
		return LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectClass(grader))
			.filters(EngineFilter.includeEngines("junit-jupiter"))
			.enableImplicitConfigurationParameters(false)
			.configurationParameter("junit.jupiter.testmethod.order.default", CheckOrder.class.getName())
			.configurationParameter("junit.jupiter.execution.timeout.lifecycle.method.default", "60 s")
			.configurationParameter("junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
			.build();
	}

}
