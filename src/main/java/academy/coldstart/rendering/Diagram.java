package academy.coldstart.rendering;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A diagram of a text, as it has to be drawn.
 *
 * @param drawing the file of its drawing
 * @param source what PlantUML draws, with its facts in place
 * @param line the line of the text that the directive stands on
 */
record Diagram(Path drawing, String source, int line) {

	/** Counted up when drawings are made in another way. */
	private static final String WAY = "1";

	/**
	 * Return what stands before a drawing of this diagram.
	 * @return a comment that changes with the diagram
	 */
	String mark() {
		return "<!-- Drawn by PlantUML; change the text and draw it again with ./coldstart draw. Of " + hash()
				+ " -->\n";
	}

	private String hash() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((WAY + "\n" + this.source).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
