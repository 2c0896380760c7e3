package academy.coldstart.engine.installation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The proxies that the usual environment variables name, which Java does not look at.
 */
class EnvironmentProxies extends ProxySelector {

	private final Map<String, String> environment;

	EnvironmentProxies(Map<String, String> environment) {
		this.environment = Map.copyOf(environment);
	}

	@Override
	public List<Proxy> select(URI uri) {
		String name = uri.getScheme() + "_proxy";
		String proxy = variable(name);
		if (proxy.isBlank() || isExcepted(uri.getHost())) {
			return List.of(Proxy.NO_PROXY);
		}
		URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
		int port = (address.getPort() > 0) ? address.getPort() : 80;
		return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port)));
	}

	private boolean isExcepted(String host) {
		return Stream.of(variable("no_proxy").split(",", -1))
			.map((exception) -> exception.strip().replaceFirst("^\\*?\\.", ""))
			.filter((exception) -> !exception.isEmpty())
			.anyMatch((exception) -> "*".equals(exception) || host.equals(exception) || host.endsWith("." + exception));
	}

	private String variable(String name) {
		String lower = this.environment.getOrDefault(name, "");
		return lower.isBlank() ? this.environment.getOrDefault(name.toUpperCase(java.util.Locale.ROOT), "") : lower;
	}

	@Override
	public void connectFailed(URI uri, SocketAddress address, IOException failure) {
		// The client reports the failure itself.
	}

}
