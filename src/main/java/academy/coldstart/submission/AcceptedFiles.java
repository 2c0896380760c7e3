package academy.coldstart.submission;

import java.util.List;

import academy.coldstart.course.SourceFiles;

/**
 * Files that keep every rule.
 *
 * @param files the files
 * @param ignored the files and folders left out because they are no part of a solution,
 * such as {@code __pycache__}
 */
public record AcceptedFiles(SourceFiles files, List<String> ignored) {

	public AcceptedFiles {
		ignored = List.copyOf(ignored);
	}

}
