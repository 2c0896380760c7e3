package academy.coldstart.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import academy.coldstart.attack.Attacks;
import academy.coldstart.bench.Benchmarks;
import academy.coldstart.course.Course;
import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineDoctor;
import academy.coldstart.engine.EngineInstallation;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.engine.EngineUnavailable;
import academy.coldstart.grading.Grading;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.submission.Intake;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application without its pages, jobs and database file, as commands use it. Each
 * part starts when it is asked for, and everything stops when the workbench is closed.
 *
 * @param context the application
 * @param terminal where progress is told
 */
record Workbench(ConfigurableApplicationContext context, Terminal terminal) implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(30);

	private static final Duration GLANCE = Duration.ofMillis(100);

	static Workbench start(Class<?> application, Terminal terminal, boolean verbose, List<String> settings) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.lazyInitialization(true)
			.run(arguments(verbose, settings));
		return new Workbench(context, terminal);
	}

	private static String[] arguments(boolean verbose, List<String> settings) {
		List<String> arguments = new ArrayList<>(
				List.of("--spring.datasource.url=jdbc:h2:mem:command", "--db-scheduler.enabled=false",
						"--coldstart.engine.count=1", "--logging.threshold.console=" + (verbose ? "INFO" : "OFF")));
		arguments.addAll(settings);
		return arguments.toArray(new String[0]);
	}

	Course course() {
		return this.context.getBean(Course.class);
	}

	Intake intake() {
		return this.context.getBean(Intake.class);
	}

	Benchmarks benchmarks() {
		return this.context.getBean(Benchmarks.class);
	}

	Attacks attacks() {
		return this.context.getBean(Attacks.class);
	}

	EngineInstallation installation() {
		return this.context.getBean(EngineInstallation.class);
	}

	EngineDoctor doctor() {
		return this.context.getBean(EngineDoctor.class);
	}

	/**
	 * Return what keeps functions apart.
	 * @return it, or empty where functions are not run at all
	 */
	Optional<Isolation> isolation() {
		return Optional.ofNullable(this.context.getBeanProvider(Isolation.class).getIfAvailable());
	}

	/**
	 * Return what grades, once the engine is ready.
	 * @return the grading
	 * @throws EngineUnavailable when the engine can't work here
	 */
	Grading grading() {
		Engine engine = this.context.getBean(Engine.class);
		engine.prepare();
		awaitReady(engine);
		return gradingAsItIs();
	}

	/**
	 * Return what grades, however the engine is.
	 * @return the grading, whose reports say not-graded while the engine can't work
	 */
	Grading gradingAsItIs() {
		return this.context.getBean(Grading.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

	private void awaitReady(Engine engine) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		String told = "";
		EngineStatus status = engine.status();
		while (status.state() != EngineStatus.State.READY) {
			if (status.state() == EngineStatus.State.UNAVAILABLE || System.nanoTime() - end > 0) {
				throw new EngineUnavailable(status);
			}
			if (!status.summary().equals(told)) {
				told = status.summary();
				this.terminal.progress(told);
			}
			pause(status);
			status = engine.status();
		}
	}

	private static void pause(EngineStatus status) {
		try {
			Thread.sleep(GLANCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EngineUnavailable(status);
		}
	}

}
