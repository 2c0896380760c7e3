package academy.coldstart.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One plain HTTP exchange, with whatever headers a hostile program would send.
 *
 * @param status the status code
 * @param head the status line and the headers
 * @param body the body
 */
record HttpExchange(int status, String head, String body) {

	static HttpExchange send(String site, String request, String... headers) {
		return send(site, request, List.of(headers), "");
	}

	static HttpExchange send(String site, String request, List<String> headers, String body) {
		URI address = URI.create(site);
		boolean hasHost = headers.stream().anyMatch((header) -> header.startsWith("Host:"));
		StringBuilder text = new StringBuilder(request).append(" HTTP/1.1\r\nConnection: close\r\n");
		if (!hasHost) {
			text.append("Host: ").append(address.getAuthority()).append("\r\n");
		}
		headers.forEach((header) -> text.append(header).append("\r\n"));
		text.append("\r\n").append(body);
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().flush();
			return read(socket.getInputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the value of a header.
	 * @param name its name
	 * @return its value, or an empty text
	 */
	String header(String name) {
		return this.head.lines()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
			.map((line) -> line.substring(name.length() + 1).trim())
			.findFirst()
			.orElse("");
	}

	private static HttpExchange read(InputStream in) throws IOException {
		String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
		int end = answer.indexOf("\r\n\r\n");
		String head = answer.substring(0, end);
		String body = answer.substring(end + 4);
		return new HttpExchange(Integer.parseInt(head.substring(9, 12)), head,
				head.contains("Transfer-Encoding: chunked") ? join(body.getBytes(StandardCharsets.UTF_8)) : body);
	}

	private static String join(byte[] chunks) {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		int at = 0;
		while (at < chunks.length) {
			int line = at;
			while (chunks[line] != '\r') {
				line++;
			}
			int size = Integer.parseInt(new String(chunks, at, line - at, StandardCharsets.US_ASCII), 16);
			whole.write(chunks, line + 2, size);
			at = (size > 0) ? line + 2 + size + 2 : chunks.length;
		}
		return whole.toString(StandardCharsets.UTF_8);
	}

}
