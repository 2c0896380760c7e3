package academy.coldstart.attack;

import java.util.Map;
import java.util.Objects;

/**
 * One function that attacks, and what its invocation has to come to.
 *
 * @param program the file with its code, which says the language
 * @param memory its memory in MB, 128 when 0
 * @param timeout its timeout in seconds, 20 when 0
 * @param storage its temporary storage in MB, 512 when 0
 * @param together how many of it are invoked at the same time, 1 when 0
 * @param event what it is invoked with, beside what it shall look for
 * @param expect what has to come of it
 */
record FunctionRun(String program, int memory, int timeout, int storage, int together, Map<String, Object> event,
		Expectation expect) {

	FunctionRun {
		memory = (memory > 0) ? memory : 128;
		timeout = (timeout > 0) ? timeout : 20;
		storage = (storage > 0) ? storage : 512;
		together = Math.max(1, together);
		event = Map.copyOf(Objects.requireNonNullElse(event, Map.of()));
	}

	ProgramLanguage language() {
		return ProgramLanguage.of(this.program);
	}

}
