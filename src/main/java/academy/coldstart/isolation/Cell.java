package academy.coldstart.isolation;

import java.nio.file.Path;

import academy.coldstart.process.Command;

/**
 * A place prepared for one learner program. Closing it ends every process in it, waits
 * until none is left and deletes the scratch directory.
 */
public interface Cell extends AutoCloseable {

	/**
	 * Return where the program sees a directory that was named in its confinement, or a
	 * path below one.
	 * @param path the path on this machine
	 * @return the path inside
	 */
	Path inside(Path path);

	/**
	 * Start the program. A cell runs one program in its life.
	 * @param command what to run, with paths as they are seen inside and no variable but
	 * those that the program shall have
	 * @return the running program
	 * @throws academy.coldstart.process.ProcessStartFailed when it could not be started
	 */
	ConfinedProcess start(Command command);

	@Override
	void close();

}
