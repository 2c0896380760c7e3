package academy.coldstart.process;

import java.util.List;

/**
 * A program could not be started: it is missing, not executable, or the machine is full.
 */
public class ProcessStartFailed extends RuntimeException {

	public ProcessStartFailed(List<String> line, Throwable cause) {
		super("The program " + line.get(0) + " could not be started: " + cause.getMessage(), cause);
	}

}
