package academy.coldstart.ui;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeersTests {

	@Test
	void includesNobodyButThisMachine() {
		Peers peers = new Peers(Optional.empty());
		assertThat(peers.include("127.0.0.1")).isTrue();
		assertThat(peers.include("0:0:0:0:0:0:0:1")).isTrue();
		assertThat(peers.include("192.168.1.20")).isFalse();
		assertThat(peers.include("172.17.0.1")).isFalse();
	}

	@Test
	void includesTheGatewayThatPublishedPortsSeemToBe() throws UnknownHostException {
		Peers peers = new Peers(Optional.of(InetAddress.getByName("172.17.0.1")));
		assertThat(peers.include("172.17.0.1")).isTrue();
		assertThat(peers.include("172.17.0.3")).isFalse();
		assertThat(peers.include("192.168.1.20")).isFalse();
	}

	@Test
	void readsTheGatewayFromTheRoutingTable() throws UnknownHostException {
		List<String> routes = List.of(
				"Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT",
				"eth0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0",
				"eth0\t00000000\t010011AC\t0003\t0\t0\t0\t00000000\t0\t0\t0");
		assertThat(Peers.gateway(routes)).contains(InetAddress.getByName("172.17.0.1"));
		assertThat(Peers.gateway(routes.subList(0, 2))).isEmpty();
	}

}
