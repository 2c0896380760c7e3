package academy.coldstart.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes recorded runs as figures.
 */
final class RunWriter {

	private final PageDraft draft;

	private final RunFigures figures;

	RunWriter(PageDraft draft, RunFigures figures) {
		this.draft = draft;
		this.figures = figures;
	}

	String write(Block.Run run) {
		if (run.caption().isEmpty()) {
			this.draft.problem(run.line(), "The run " + run.path() + " has no text that says what is to be seen.",
					"Write it behind the path.");
		}
		this.draft.countWords(run.caption());
		return figure(run).orElse("");
	}

	/**
	 * Draw a run.
	 * @param run the run
	 * @return the figure, or empty after a problem was reported
	 */
	Optional<String> figure(Block.Run run) {
		return read(run, (file) -> this.figures.write(file, run.caption(), "run-" + this.draft.nextRun()));
	}

	/**
	 * Count what happened in a run.
	 * @param run the run
	 * @param measure what is counted
	 * @return how many there were, or empty after a problem was reported
	 */
	OptionalInt count(Block.Run run, String measure) {
		return read(run, (file) -> this.figures.count(file, measure)).map(OptionalInt::of).orElse(OptionalInt.empty());
	}

	private <T> Optional<T> read(Block.Run run, Reading<T> reading) {
		Path file = this.draft.folder().resolve(run.path()).normalize();
		if (!file.startsWith(this.draft.root()) || !Files.isRegularFile(file)) {
			this.draft.problem(run.line(), "The run " + run.path() + " was never recorded.",
					"Record it with ./coldstart record.");
			return Optional.empty();
		}
		try {
			return Optional.of(reading.read(file));
		}
		catch (IOException ex) {
			this.draft.problem(run.line(), "The run " + run.path() + " cannot be shown: " + ex.getMessage() + ".",
					"Record it again with ./coldstart record.");
			return Optional.empty();
		}
	}

	@FunctionalInterface
	private interface Reading<T> {

		T read(Path file) throws IOException;

	}

}
