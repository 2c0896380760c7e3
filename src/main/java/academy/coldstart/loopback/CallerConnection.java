package academy.coldstart.loopback;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

/**
 * The connection that a request came in on, as its sender sees it.
 */
public final class CallerConnection {

	private final EndPoint endPoint;

	private CallerConnection(EndPoint endPoint) {
		this.endPoint = endPoint;
	}

	/**
	 * Return the connection of a request.
	 * @param request the request
	 * @return its connection
	 */
	public static CallerConnection of(Request request) {
		return new CallerConnection(request.getConnectionMetaData().getConnection().getEndPoint());
	}

	/**
	 * Find out whether the sender has given up. Ask only after its request was read to
	 * the end, as nothing more may come from it before the answer.
	 * @return whether it has closed the connection
	 */
	public boolean isGone() {
		try {
			return !this.endPoint.isOpen() || this.endPoint.fill(BufferUtil.allocate(1)) != 0;
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * Close it at once, without an answer and without an orderly end, as a network that
	 * fails.
	 */
	public void reset() {
		if (this.endPoint.getTransport() instanceof SocketChannel channel) {
			try {
				channel.setOption(StandardSocketOptions.SO_LINGER, 0);
			}
			catch (IOException ex) {
				// It is closed already.
			}
		}
		this.endPoint.close();
	}

}
