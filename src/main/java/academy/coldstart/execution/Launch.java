package academy.coldstart.execution;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a language has to know to start the process of a function. All paths are those
 * that the process itself sees.
 *
 * @param runtime the runtime identifier that the function asks for
 * @param code the directory with the function's code
 * @param layers the directory with the merged layers
 * @param scratch its directory for temporary files
 * @param memoryMb the memory of the function
 * @param variables its environment variables
 */
public record Launch(String runtime, Path code, Path layers, Path scratch, int memoryMb,
		Map<String, String> variables) {

	public Launch {
		variables = Map.copyOf(variables);
	}

}
