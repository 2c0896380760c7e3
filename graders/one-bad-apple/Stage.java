package academy.coldstart.graders.onebadapple;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import org.jspecify.annotations.Nullable;

/**
 * Both queues, and what is played on them at the same time: what waits for a queue does
 * not keep anything else waiting.
 */
final class Stage implements AutoCloseable {

	private final Run run;

	private final MailService service;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Found standard;

	private final Found fifo;

	private final Future<?> standardScene;

	private final Future<?> standardMixes;

	private final Future<?> fifoScene;

	private final Future<?> fifoMixes;

	private Stage(Run run, MailService service) throws Exception {
		this.run = run;
		this.service = service;
		this.standard = Found.by(() -> Source.find(run, false));
		this.fifo = Found.by(() -> Source.find(run, true));
		warmUp();
		// All of them before anything runs: what is sent depends on the seed alone.
		Post one = post(1);
		Post two = post(2);
		Post three = post(3);
		Post four = post(4);
		this.standardScene = begin("C1", () -> new StandardScene(Traffic.of(standard()), one).play());
		this.fifoScene = begin("C3", () -> new FifoScene(Traffic.of(fifo()), two).play());
		this.standardMixes = begin("C2", () -> new Mixes(three, three.random()).standard(standard()));
		this.fifoMixes = begin("C3", () -> new Mixes(four, four.random()).fifo(fifo()));
	}

	private Future<?> begin(String check, Runnable play) {
		return this.threads.submit(() -> this.run.during(check, play));
	}

	/**
	 * Find the queues and begin to play.
	 * @param run the run
	 * @param service the mail service
	 * @return the stage
	 * @throws Exception when the function cannot be started
	 */
	static Stage open(Run run, MailService service) throws Exception {
		return new Stage(run, service);
	}

	Source standard() {
		return this.standard.get();
	}

	Source fifo() {
		return this.fifo.get();
	}

	void requireStandardScene() throws Exception {
		await(this.standardScene);
	}

	void requireStandardMixes() throws Exception {
		await(this.standardMixes);
	}

	void requireFifo() throws Exception {
		await(this.fifoMixes);
		await(this.fifoScene);
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	private Post post(int number) {
		return new Post(this.run.orders().apart(), this.service, new Random(this.run.seed() * 31 + number));
	}

	private void warmUp() throws Exception {
		// One environment for each queue, and one for the direct calls.
		List<Callable<Result>> calls = new ArrayList<>();
		for (Found found : List.of(this.standard, this.fifo, this.standard)) {
			Source source = found.source();
			if (source != null && source.hasConcurrency()) {
				Batch batch = Batch.of(source, List.of(post(0).good()));
				calls.add(() -> source.function().invoke(batch.event(), "warmed the function up"));
			}
		}
		this.run.atOnce(calls);
	}

	private static void await(Future<?> scene) throws Exception {
		try {
			scene.get();
		}
		catch (ExecutionException ex) {
			switch (ex.getCause()) {
				case Exception cause -> throw cause;
				case Error cause -> throw cause;
				case null, default -> throw ex;
			}
		}
	}

	/**
	 * A queue that was looked for.
	 *
	 * @param source the queue
	 * @param failure why there is none
	 */
	private record Found(@Nullable Source source, @Nullable LearnerFailure failure) {

		static Found by(Supplier<Source> search) {
			try {
				return new Found(search.get(), null);
			}
			catch (LearnerFailure ex) {
				return new Found(null, ex);
			}
		}

		Source get() {
			if (this.failure != null) {
				throw this.failure;
			}
			return Objects.requireNonNull(this.source);
		}

	}

}
