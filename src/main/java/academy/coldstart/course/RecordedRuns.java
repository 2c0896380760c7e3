package academy.coldstart.course;

import java.io.IOException;
import java.nio.file.Path;

import academy.coldstart.demonstration.RecordedRun;
import academy.coldstart.rendering.RunFigures;

/**
 * The recorded runs of a course.
 */
final class RecordedRuns implements RunFigures {

	@Override
	public String write(Path file, String caption, String id) throws IOException {
		return RecordedRun.read(file).html(caption, id);
	}

	@Override
	public int count(Path file, String measure) throws IOException {
		return RecordedRun.read(file)
			.count(measure)
			.orElseThrow(() -> new IOException("nothing is counted by the name " + measure));
	}

}
