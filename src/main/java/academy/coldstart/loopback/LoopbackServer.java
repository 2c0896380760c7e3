package academy.coldstart.loopback;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Opens HTTP listeners on 127.0.0.1, each with a port of its own, that share one thread
 * pool. On purpose one can be opened on another address of this machine, for a caller in
 * a container. The listener a request came in on is the identity of its sender: nothing
 * inside the request is trusted for that.
 */
public final class LoopbackServer implements AutoCloseable {

	private static final String LOOPBACK = "127.0.0.1";

	private final Server server;

	private final Map<Connector, Request.Handler> handlers = new ConcurrentHashMap<>();

	public LoopbackServer(String name) {
		QueuedThreadPool threads = new QueuedThreadPool(512, 4);
		threads.setName(name);
		threads.setDaemon(true);
		this.server = new Server(threads);
		this.server.setHandler(new ByListener());
		this.server.setStopTimeout(0);
		try {
			this.server.start();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The " + name + " listeners could not be started", ex);
		}
	}

	/**
	 * Open a listener on a free port of the loopback interface.
	 * @param handler what answers its requests
	 * @return the open listener
	 * @throws IllegalStateException when no port could be opened
	 */
	public LoopbackListener open(Request.Handler handler) {
		return open(LOOPBACK, handler, HttpConnectionFactory::new, HttpCompliance.RFC9110);
	}

	/**
	 * Open a listener that answers 400 to what no honest client sends: targets other than
	 * a path, {@code CONNECT}, folded header lines, conflicting lengths.
	 * @param handler what answers its requests
	 * @return the open listener
	 * @throws IllegalStateException when no port could be opened
	 */
	public LoopbackListener openStrict(Request.Handler handler) {
		return open(LOOPBACK, handler, PathOnlyConnectionFactory::new, HttpCompliance.STRICT);
	}

	/**
	 * Open a listener on a free port of an address of this machine that others may reach:
	 * its handler has to demand a secret of every request. It is as strict as
	 * {@link #openStrict}.
	 * @param address the address, such as that of a bridge to containers
	 * @param handler what answers its requests
	 * @return the open listener
	 * @throws IllegalStateException when no port could be opened
	 */
	public LoopbackListener openGuarded(InetAddress address, Request.Handler handler) {
		return open(address.getHostAddress(), handler, PathOnlyConnectionFactory::new, HttpCompliance.STRICT);
	}

	private LoopbackListener open(String host, Request.Handler handler,
			Function<HttpConfiguration, HttpConnectionFactory> connections, HttpCompliance compliance) {
		HttpConfiguration configuration = new HttpConfiguration();
		configuration.setSendServerVersion(false);
		configuration.setSendDateHeader(false);
		configuration.setRequestHeaderSize(32 * 1024);
		configuration.setHttpCompliance(compliance);
		configuration.setUriCompliance(UriCompliance.UNSAFE);
		ServerConnector connector = new ServerConnector(this.server, null, null, null, 0, 1,
				connections.apply(configuration));
		connector.setHost(host);
		connector.setPort(0);
		connector.setIdleTimeout(0);
		connector.setAcceptQueueSize(1024);
		this.handlers.put(connector, handler);
		try {
			this.server.addConnector(connector);
			connector.start();
		}
		catch (Exception ex) {
			close(connector);
			throw new IllegalStateException("No listener could be opened on " + host, ex);
		}
		return new LoopbackListener(URI.create("http://" + host + ":" + connector.getLocalPort()),
				() -> close(connector));
	}

	private void close(ServerConnector connector) {
		this.handlers.remove(connector);
		this.server.removeConnector(connector);
		try {
			connector.getConnectedEndPoints().forEach((endPoint) -> endPoint.close());
			connector.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("A listener could not be closed", ex);
		}
	}

	@Override
	public void close() {
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The listeners could not be closed", ex);
		}
	}

	private final class ByListener extends Handler.Abstract {

		@Override
		public boolean handle(Request request, Response response, Callback callback) throws Exception {
			Request.Handler handler = LoopbackServer.this.handlers.get(request.getConnectionMetaData().getConnector());
			if (handler == null) {
				Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
				return true;
			}
			return handler.handle(request, response, callback);
		}

	}

}
