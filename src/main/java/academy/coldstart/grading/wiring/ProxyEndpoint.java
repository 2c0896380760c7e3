package academy.coldstart.grading.wiring;

import java.net.URI;

import academy.coldstart.execution.AwsEndpoint;
import academy.coldstart.execution.RoleCredentials;
import academy.coldstart.recording.EnvironmentLine;
import academy.coldstart.recording.RecordingProxy;
import academy.coldstart.recording.RoleSession;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Gives execution environments their way to AWS: a line of the recording proxy.
 */
final class ProxyEndpoint implements AwsEndpoint {

	private final RecordingProxy proxy;

	ProxyEndpoint(RecordingProxy proxy) {
		this.proxy = proxy;
	}

	@Override
	public Line open(String environment, AccountId account, RoleCredentials credentials) {
		RoleSession session = new RoleSession(credentials.accessKeyId(), credentials.sessionToken());
		return new ProxyLine(this.proxy.open(environment, account, session));
	}

	/**
	 * A line as the environment host knows it.
	 *
	 * @param line the line as the proxy knows it
	 */
	private record ProxyLine(EnvironmentLine line) implements Line {

		@Override
		public URI uri() {
			return this.line.uri();
		}

		@Override
		public void enter(Phase phase, @Nullable String invocation) {
			this.line.enter(phase, invocation);
		}

		@Override
		public String inward(String text) {
			return this.line.inward(text);
		}

		@Override
		public String outward(String text) {
			return this.line.outward(text);
		}

		@Override
		public void close() {
			this.line.close();
		}

	}

}
