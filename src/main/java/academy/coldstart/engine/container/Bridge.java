package academy.coldstart.engine.container;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Map;

import academy.coldstart.engine.fleet.InstanceFailed;
import academy.coldstart.engine.installation.InstallationFailed;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;

/**
 * The network of the engine's containers: no other container is on it, and those on it do
 * not reach each other. There is one on each machine, and it is kept.
 */
final class Bridge {

	static final String NAME = "coldstart";

	private static final String NO_NEIGHBORS = "com.docker.network.bridge.enable_icc";

	private Bridge() {
	}

	/**
	 * Return the address of this machine that the containers reach, creating the network
	 * when there is none.
	 * @param docker the Docker of this machine
	 * @return an address of this machine
	 * @throws InstallationFailed when Docker runs elsewhere, as in a virtual machine
	 */
	static InetAddress address(DockerClient docker) {
		InetAddress gateway = gateway(network(docker));
		try {
			if (NetworkInterface.getByInetAddress(gateway) == null) {
				throw new InstallationFailed(
						"Docker's network is not on this machine itself, so containers cannot reach Coldstart.",
						"Use Docker Engine on Linux rather than Docker Desktop, or run Coldstart in its own image.");
			}
			return gateway;
		}
		catch (SocketException ex) {
			throw new InstanceFailed("The networks of this machine could not be read: " + ex + ".", ex);
		}
	}

	private static Network network(DockerClient docker) {
		try {
			return docker.inspectNetworkCmd().withNetworkId(NAME).exec();
		}
		catch (NotFoundException ex) {
			create(docker);
			return docker.inspectNetworkCmd().withNetworkId(NAME).exec();
		}
	}

	private static void create(DockerClient docker) {
		try {
			docker.createNetworkCmd()
				.withName(NAME)
				.withDriver("bridge")
				.withCheckDuplicate(true)
				.withOptions(Map.of(NO_NEIGHBORS, "false"))
				.exec();
		}
		catch (ConflictException ex) {
			// Another application was faster.
		}
	}

	private static InetAddress gateway(Network network) {
		String gateway = network.getIpam()
			.getConfig()
			.stream()
			.map((config) -> (config.getGateway() != null) ? config.getGateway() : first(config.getSubnet()))
			.filter((address) -> address.contains("."))
			.findFirst()
			.orElseThrow(() -> new InstanceFailed("Docker's network '" + NAME + "' has no gateway."));
		try {
			return InetAddress.getByName(gateway.replaceFirst("/.*", ""));
		}
		catch (UnknownHostException ex) {
			throw new InstanceFailed("Docker's network '" + NAME + "' has no usable gateway: " + gateway + ".", ex);
		}
	}

	private static String first(String subnet) {
		// What Docker takes when it was not told: 172.18.0.0/16 has the gateway
		// 172.18.0.1.
		return subnet.replaceFirst("\\.0/\\d+$", ".1");
	}

}
