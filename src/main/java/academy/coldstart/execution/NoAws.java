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
	 * Return an address at which nobody answers.
	 * @return the address
	 */
	@Override
	public URI uri() {
		return URI.create("http://127.0.0.1:9");
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
