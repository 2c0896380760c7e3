package academy.coldstart.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Serves the pages and grades in the background until the program is stopped.
 */
@Command(name = "run", description = "Serve the course at http://localhost:8080 and grade submissions.",
		footer = "Other settings are given as --name=value, such as --coldstart.grading.workers=2.")
class RunCommand implements Callable<Integer> {

	private final Coldstart coldstart;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--port", paramLabel = "N", description = "The port to serve at; 8080 if not given.")
	private @Nullable Integer port;

	/** Such as {@code --coldstart.grading.workers=2}. */
	@Unmatched
	private List<String> settings = new ArrayList<>();

	RunCommand(Coldstart coldstart) {
		this.coldstart = coldstart;
	}

	@Override
	public Integer call() {
		if (this.port != null) {
			this.settings.add("--server.port=" + this.port);
		}
		this.settings.addAll(this.coldstart.settings());
		CountDownLatch closed = new CountDownLatch(1);
		SpringApplication application = new SpringApplication(this.coldstart.application());
		application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) this::requireNobodyElse,
				(ApplicationListener<ContextClosedEvent>) (event) -> closed.countDown());
		try (ConfigurableApplicationContext context = application.run(this.settings.toArray(new String[0]))) {
			String address = context.getEnvironment().getProperty("local.server.port");
			Coldstart.terminal(this.spec.commandLine())
				.result("Coldstart is ready at http://localhost:" + address + " (Ctrl+C stops it)");
			closed.await();
			return ExitCode.PASSED.code();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return ExitCode.PASSED.code();
		}
		catch (RuntimeException ex) {
			// Spring Boot has said what is wrong, or this has.
			return ExitCode.PLATFORM_FAULT.code();
		}
	}

	private void requireNobodyElse(ApplicationEnvironmentPreparedEvent event) {
		Installation.of(event.getEnvironment()).occupied().ifPresent((words) -> {
			words.forEach(Coldstart.terminal(this.spec.commandLine())::progress);
			throw new SpringApplication.AbandonedRunException();
		});
	}

}
