package academy.coldstart.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The style of a figure that stands alone: programs that show files know no variables, so
 * it has colors as they are.
 */
final class StandaloneStyle {

	private static final String TEXT = read();

	private StandaloneStyle() {
	}

	static String text() {
		return TEXT;
	}

	private static String read() {
		try (InputStream style = StandaloneStyle.class.getResourceAsStream("standalone.css")) {
			return new String(Objects.requireNonNull(style).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
