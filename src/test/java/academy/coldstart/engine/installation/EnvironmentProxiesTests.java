package academy.coldstart.engine.installation;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentProxiesTests {

	private static final URI REPOSITORY = URI.create("https://repo.example.org/maven2");

	@Test
	void goesDirectlyWithoutVariables() {
		assertThat(select(Map.of())).isEqualTo(Proxy.NO_PROXY);
	}

	@Test
	void usesTheProxyOfTheScheme() {
		assertThat(select(Map.of("HTTPS_PROXY", "http://proxy.example.org:3128")).address())
			.isEqualTo(InetSocketAddress.createUnresolved("proxy.example.org", 3128));
	}

	@Test
	void leavesExceptionsAlone() {
		assertThat(select(Map.of("https_proxy", "proxy:3128", "no_proxy", "localhost, .example.org")))
			.isEqualTo(Proxy.NO_PROXY);
	}

	private static Proxy select(Map<String, String> environment) {
		return new EnvironmentProxies(environment).select(REPOSITORY).getFirst();
	}

}
