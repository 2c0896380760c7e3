package academy.coldstart.recording;

import java.io.IOException;

/**
 * A request is answered by the proxy itself, because of how it is written.
 */
final class NotAcceptable extends IOException {

	private final int status;

	private final String code;

	private final String text;

	NotAcceptable(int status, String code, String text) {
		super(text);
		this.status = status;
		this.code = code;
		this.text = text;
	}

	int status() {
		return this.status;
	}

	String code() {
		return this.code;
	}

	String text() {
		return this.text;
	}

}
