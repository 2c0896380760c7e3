package academy.coldstart.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts an SVG drawing into the page itself, where it takes part in the page's colors.
 */
final class FigureWriter {

	private final PageDraft draft;

	FigureWriter(PageDraft draft) {
		this.draft = draft;
	}

	String write(String path, String alternative, String caption, int line) {
		if (alternative.isBlank()) {
			this.draft.problem(line, "The figure " + path + " has no text that says what it shows.",
					"Write it between the brackets.");
		}
		Path file = this.draft.folder().resolve(path).normalize();
		if (!file.startsWith(this.draft.root()) || !path.endsWith(".svg") || !Files.isRegularFile(file)) {
			this.draft.problem(line, "The figure " + path + " is not an SVG file of this course.",
					"Put it beside the text, such as images/name.svg.");
			return "";
		}
		try {
			return figure(new SvgDrawing(Files.readString(file)).write(alternative), caption);
		}
		catch (SvgProblem | IOException ex) {
			this.draft.problem(line, "The figure " + path + " cannot be shown: " + ex.getMessage() + ".",
					"Use shapes, texts and classes only.");
			return "";
		}
	}

	private static String figure(String svg, String caption) {
		String text = caption.isEmpty() ? "" : "<span class=\"caption\">" + Html.escape(caption) + "</span>";
		return "<span class=\"figure\" role=\"figure\" tabindex=\"0\">" + svg + text + "</span>";
	}

}
