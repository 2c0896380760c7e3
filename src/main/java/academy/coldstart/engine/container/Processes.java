package academy.coldstart.engine.container;

import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;

/**
 * The processes in a container.
 */
final class Processes {

	private static final String PROGRAM = "localstack.runtime.main";

	private Processes() {
	}

	/**
	 * Return the resident memory of LocalStack alone, as it is measured for a child
	 * process; the container also counts DynamoDB Local and the cache of its files.
	 * @param docker the Docker of this machine
	 * @param container the id of the container
	 * @return the size in bytes, or 0 when it is not known
	 */
	static long residentBytes(DockerClient docker, String container) {
		try {
			String[][] processes = docker.topContainerCmd(container)
				.withPsArgs("-o pid,rss,args")
				.exec()
				.getProcesses();
			return Stream.of(processes)
				.filter((columns) -> columns.length > 2 && String.join(" ", columns).contains(PROGRAM))
				.mapToLong((columns) -> Long.parseLong(columns[1]) * 1024)
				.max()
				.orElse(0);
		}
		catch (DockerException | NumberFormatException ex) {
			return 0;
		}
	}

}
