package academy.coldstart.loopback;

import java.net.URI;

/**
 * An open listener, on the loopback interface unless it was wanted elsewhere.
 */
public final class LoopbackListener implements AutoCloseable {

	private final URI uri;

	private final Runnable onClose;

	LoopbackListener(URI uri, Runnable onClose) {
		this.uri = uri;
		this.onClose = onClose;
	}

	/**
	 * Return the address to reach it at.
	 * @return such as {@code http://127.0.0.1:40321}, without a path
	 */
	public URI uri() {
		return this.uri;
	}

	@Override
	public void close() {
		this.onClose.run();
	}

}
