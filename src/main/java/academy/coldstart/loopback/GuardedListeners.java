package academy.coldstart.loopback;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jetty.server.Request;

/**
 * The listeners of one handler that demands a secret of every request: on the loopback
 * interface, and at other addresses of this machine when somebody is to reach it there.
 */
public final class GuardedListeners implements AutoCloseable {

	private final LoopbackServer server;

	private final Request.Handler handler;

	private final LoopbackListener loopback;

	private final Map<InetAddress, LoopbackListener> others = new ConcurrentHashMap<>();

	/**
	 * Listen on the loopback interface.
	 * @param server opens the listeners
	 * @param handler what answers requests, after it has looked for the secret
	 */
	public GuardedListeners(LoopbackServer server, Request.Handler handler) {
		this.server = server;
		this.handler = handler;
		this.loopback = server.openStrict(handler);
	}

	/**
	 * Return where programs of this machine reach the handler.
	 * @return an address without a path
	 */
	public URI uri() {
		return this.loopback.uri();
	}

	/**
	 * Return where those who know this machine by an address reach the handler, listening
	 * there from now on.
	 * @param address an address of this machine
	 * @return an address without a path
	 */
	public URI uri(InetAddress address) {
		return address.isLoopbackAddress() ? uri()
				: this.others.computeIfAbsent(address, (other) -> this.server.openGuarded(other, this.handler)).uri();
	}

	@Override
	public void close() {
		this.loopback.close();
		this.others.values().forEach(LoopbackListener::close);
		this.others.clear();
	}

}
