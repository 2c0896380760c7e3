package academy.coldstart.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
		Path file = this.draft.folder().resolve(run.path()).normalize();
		if (run.caption().isEmpty()) {
			this.draft.problem(run.line(), "The run " + run.path() + " has no text that says what is to be seen.",
					"Write it behind the path.");
		}
		if (!file.startsWith(this.draft.root()) || !Files.isRegularFile(file)) {
			this.draft.problem(run.line(), "The run " + run.path() + " was never recorded.",
					"Record it with ./coldstart record.");
			return "";
		}
		this.draft.countWords(run.caption());
		try {
			return this.figures.write(file, run.caption());
		}
		catch (IOException ex) {
			this.draft.problem(run.line(), "The run " + run.path() + " cannot be shown: " + ex.getMessage() + ".",
					"Record it again with ./coldstart record.");
			return "";
		}
	}

}
