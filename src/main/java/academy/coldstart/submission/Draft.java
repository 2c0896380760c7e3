package academy.coldstart.submission;

import java.time.Instant;

import academy.coldstart.course.SourceFiles;

/**
 * The work on an exercise in a language as it was saved last.
 *
 * @param revision counts up with each save that changed something, from 1
 * @param files the files, which may be empty
 * @param savedAt when it was saved
 */
public record Draft(long revision, SourceFiles files, Instant savedAt) {
}
