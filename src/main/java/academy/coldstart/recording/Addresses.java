package academy.coldstart.recording;

import java.net.URI;
import java.util.List;

/**
 * Exchanges the addresses of the engine and of a line in texts.
 *
 * @param engine the forms of the engine's address, the one that the engine itself writes
 * first
 * @param line the forms of the line's address, the one that functions are given first
 */
record Addresses(List<String> engine, List<String> line) {

	static Addresses of(URI engine, URI line) {
		return new Addresses(List.of("http://localhost:" + engine.getPort(), "http://127.0.0.1:" + engine.getPort()),
				List.of("http://127.0.0.1:" + line.getPort(), "http://localhost:" + line.getPort()));
	}

	// Return the same for a function that reaches the line under another loopback
	// address, such as the relay's inside a sandbox.
	Addresses seenAs(String host) {
		String seen = "http://" + host;
		return this.line.contains(seen) ? this
				: new Addresses(this.engine, List.of(seen, this.line.getFirst(), this.line.getLast()));
	}

	String inward(String text) {
		return exchange(text, this.engine, this.line.getFirst());
	}

	String outward(String text) {
		return exchange(text, this.line, this.engine.getFirst());
	}

	boolean mayStandIn(String text) {
		return text.contains("http://localhost:") || text.contains("http://127.0.0.1:");
	}

	private static String exchange(String text, List<String> from, String to) {
		String result = text;
		for (String address : from) {
			result = replace(result, address, to);
		}
		return result;
	}

	// Replace an address, but not the beginning of one with a longer port.
	private static String replace(String text, String address, String to) {
		int at = text.indexOf(address);
		if (at < 0) {
			return text;
		}
		StringBuilder result = new StringBuilder(text.length());
		int done = 0;
		while (at >= 0) {
			int end = at + address.length();
			boolean whole = end == text.length() || !Character.isDigit(text.charAt(end));
			result.append(text, done, at).append(whole ? to : address);
			done = end;
			at = text.indexOf(address, end);
		}
		return result.append(text, done, text.length()).toString();
	}

}
