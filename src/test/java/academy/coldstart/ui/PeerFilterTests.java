package academy.coldstart.ui;

import java.net.InetAddress;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class PeerFilterTests {

	private static final String GATEWAY = "172.17.0.1";

	@Test
	void answersThisMachineOnly() throws Exception {
		assertThat(status("/", "127.0.0.1")).isEqualTo(200);
		assertThat(status("/", GATEWAY)).isEqualTo(200);
		assertThat(status("/", "192.168.1.20")).isEqualTo(403);
	}

	@Test
	void showsTheActuatorToProgramsBesideItOnly() throws Exception {
		assertThat(status("/actuator/health", "127.0.0.1")).isEqualTo(200);
		assertThat(status("/actuator/health", "0:0:0:0:0:0:0:1")).isEqualTo(200);
		assertThat(status("/actuator/health", GATEWAY)).isEqualTo(403);
		assertThat(status("/%61ctuator/health", GATEWAY)).isEqualTo(403);
		assertThat(status("/actuator", GATEWAY)).isEqualTo(403);
	}

	private static int status(String path, String peer) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setRemoteAddr(peer);
		MockHttpServletResponse response = new MockHttpServletResponse();
		new PeerFilter(new Peers(Optional.of(InetAddress.getByName(GATEWAY)))).doFilter(request, response,
				new MockFilterChain());
		return response.getStatus();
	}

}
