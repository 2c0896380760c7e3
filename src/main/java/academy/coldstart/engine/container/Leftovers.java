package academy.coldstart.engine.container;

import java.util.List;
import java.util.Map;

import academy.coldstart.engine.fleet.Owner;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Removes the containers of applications that are gone.
 */
final class Leftovers {

	private static final Log logger = LogFactory.getLog(Leftovers.class);

	private Leftovers() {
	}

	static void remove(DockerClient docker) {
		List<Container> containers = docker.listContainersCmd()
			.withShowAll(true)
			.withLabelFilter(Map.of(Labels.MACHINE, Labels.machine()))
			.exec();
		containers.stream().filter(Leftovers::isOrphan).forEach((container) -> remove(docker, container.getId()));
	}

	private static boolean isOrphan(Container container) {
		return Labels.owner(container.getLabels()).filter(Owner::isAlive).isEmpty();
	}

	private static void remove(DockerClient docker, String id) {
		try {
			docker.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
			logger.info("Removed a container that was left behind, id=" + id);
		}
		catch (DockerException ex) {
			// Another application may be removing it just now.
			logger.debug("A container that was left behind could not be removed, id=" + id, ex);
		}
	}

}
