package academy.coldstart.attack;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import academy.coldstart.loopback.LoopbackListener;
import academy.coldstart.loopback.LoopbackServer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands behind the recording proxy in the place of the engine, and remembers what came
 * through.
 */
final class QuietUpstream implements AutoCloseable {

	private final LoopbackServer server = new LoopbackServer("attacked-engine");

	private final LoopbackListener listener = this.server.open(this::handle);

	private final List<String> received = new CopyOnWriteArrayList<>();

	URI uri() {
		return URI.create("http://localhost:" + this.listener.uri().getPort());
	}

	/**
	 * Return what came through since it was last forgotten.
	 * @return method, target and credential of each request
	 */
	List<String> received() {
		return List.copyOf(this.received);
	}

	void forget() {
		this.received.clear();
	}

	private boolean handle(Request request, Response response, Callback callback) {
		String target = String.valueOf(request.getHttpURI().getPathQuery());
		// What the proxy itself asks. Every bucket exists, and none is the account's.
		boolean ownQuestion = request.getMethod().equals("HEAD")
				|| (request.getMethod().equals("GET") && target.equals("/"));
		if (!ownQuestion) {
			this.received.add(request.getMethod() + " " + target + " " + request.getHeaders().get("X-Amz-Target") + " "
					+ request.getHeaders().get("Authorization"));
		}
		response.setStatus(200);
		response.getHeaders().put("Content-Type", "application/x-amz-json-1.0");
		byte[] body = request.getMethod().equals("HEAD") ? new byte[0] : "{}".getBytes(StandardCharsets.UTF_8);
		response.write(true, ByteBuffer.wrap(body), callback);
		return true;
	}

	@Override
	public void close() {
		this.listener.close();
		this.server.close();
	}

}
