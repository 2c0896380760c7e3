package academy.coldstart.execution;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import academy.coldstart.loopback.LoopbackListener;
import academy.coldstart.loopback.LoopbackServer;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Phase;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A way to AWS for tests: it answers every request with "ok" and keeps what arrived when.
 */
final class RecordedEndpoint implements AwsEndpoint, AutoCloseable {

	static final String ENGINE = "http://engine.example:4566";

	private final LoopbackServer server = new LoopbackServer("test-aws");

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final List<String> closed = new CopyOnWriteArrayList<>();

	List<Call> calls() {
		return List.copyOf(this.calls);
	}

	List<String> closed() {
		return List.copyOf(this.closed);
	}

	@Override
	public Line open(String environment, AccountId account, RoleCredentials credentials) {
		return new TestLine(environment);
	}

	@Override
	public void close() {
		this.server.close();
	}

	/**
	 * A request that arrived.
	 *
	 * @param environment who sent it
	 * @param phase the phase it was in
	 * @param invocation its invocation
	 * @param text the path
	 * @param frame the line of code that a runtime said it came from
	 */
	record Call(String environment, Phase phase, @Nullable String invocation, String text, Optional<String> frame) {
	}

	private final class TestLine implements Line {

		private final String environment;

		private final LoopbackListener listener;

		private volatile Moment moment = new Moment(Phase.INIT, null);

		TestLine(String environment) {
			this.environment = environment;
			this.listener = RecordedEndpoint.this.server.open(this::answer);
		}

		private boolean answer(Request request, Response response, Callback callback) {
			Exchange exchange = new Exchange(request, response, callback);
			Moment now = this.moment;
			RecordedEndpoint.this.calls.add(new Call(this.environment, now.phase(), now.invocation(), exchange.path(),
					exchange.header("x-coldstart-frame")));
			exchange.send(200, java.util.Map.of(), "ok".getBytes(StandardCharsets.UTF_8));
			return true;
		}

		@Override
		public URI uri() {
			return this.listener.uri();
		}

		@Override
		public void enter(Phase phase, @Nullable String invocation) {
			this.moment = new Moment(phase, invocation);
		}

		@Override
		public String inward(String text) {
			return text.replace(ENGINE, uri().toString());
		}

		@Override
		public String outward(String text) {
			return text.replace(uri().toString(), ENGINE);
		}

		@Override
		public void close() {
			this.listener.close();
			RecordedEndpoint.this.closed.add(this.environment);
		}

	}

}
