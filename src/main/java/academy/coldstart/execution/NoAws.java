package academy.coldstart.execution;

import java.net.URI;

import academy.coldstart.trace.Phase;
import org.jspecify.annotations.Nullable;

/**
 * The way to AWS of a function that has none.
 */
final class NoAws implements AwsEndpoint.Line {

	static final AwsEndpoint ENDPOINT = (environment, account, credentials) -> new NoAws();

	private NoAws() {
	}

	/**
	 * Return an address that nobody calls. Its port is one that the first process of a
	 * sandbox may listen on, which is no privilege of root.
	 * @return the address
	 */
	@Override
	public URI uri() {
		return URI.create("http://127.0.0.1:65535");
	}

	@Override
	public void enter(Phase phase, @Nullable String invocation) {
		// Nobody asks what it is doing.
	}

	@Override
	public String inward(String text) {
		return text;
	}

	@Override
	public String outward(String text) {
		return text;
	}

	@Override
	public void close() {
		// There is nothing to close.
	}

}
