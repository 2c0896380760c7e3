package academy.coldstart.rendering;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Keeps the shapes and texts of what PlantUML wrote, and leaves their looks to the style
 * sheet: colors become classes, and ids, titles, fonts and the background go.
 */
final class PlainDrawing {

	private static final Set<String> SHAPES = Set.of("g", "rect", "path", "polygon", "ellipse", "line", "text");

	private static final Set<String> KEPT = Set.of("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "rx", "ry", "d",
			"points", "width", "height", "font-size", "font-weight", "font-style", "textLength");

	private static final Map<String, String> COLORS = Map.ofEntries(Map.entry("none", "none"),
			Map.entry("transparent", "none"), Map.entry("#000000", "ink"), Map.entry("#181818", "ink"),
			Map.entry("#222222", "ink"), Map.entry("#555555", "ink"), Map.entry("#e2e2f0", "box"),
			Map.entry("#f1f1f1", "box"), Map.entry("#ffffff", "box"), Map.entry("#eeeeee", "tab"),
			Map.entry("#feffdd", "note"), Map.entry("#90ee90", "good"), Map.entry("#ffb6c1", "bad"));

	private final String source;

	private final StringBuilder drawing = new StringBuilder();

	/** Whether each element that is open is kept. */
	private final Deque<Boolean> open = new ArrayDeque<>();

	PlainDrawing(String source) {
		this.source = source;
	}

	String write() throws SvgProblem {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(this.source));
			while (reader.hasNext()) {
				step(reader);
			}
			return this.drawing.append('\n').toString();
		}
		catch (XMLStreamException ex) {
			throw new SvgProblem("PlantUML wrote no XML");
		}
	}

	private void step(XMLStreamReader reader) throws XMLStreamException, SvgProblem {
		switch (reader.next()) {
			case XMLStreamConstants.START_ELEMENT -> start(reader);
			case XMLStreamConstants.END_ELEMENT -> {
				if (this.open.pop()) {
					this.drawing.append("</").append(reader.getLocalName()).append('>');
				}
			}
			case XMLStreamConstants.CHARACTERS -> {
				if (!this.open.isEmpty() && this.open.peek()) {
					this.drawing.append(Html.escape(reader.getText().isBlank() ? "" : reader.getText()));
				}
			}
			default -> {
			}
		}
	}

	private void start(XMLStreamReader reader) throws SvgProblem {
		String name = reader.getLocalName();
		Map<String, String> attributes = attributes(reader);
		boolean kept = SHAPES.contains(name) && !"0".equals(attributes.get("fill-opacity"))
				&& !attributes.getOrDefault("fill-opacity", "").matches("0?\\.0+");
		if (name.equals("svg")) {
			String size = attributes.getOrDefault("viewBox", "");
			this.drawing.append(
					"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dg\" viewBox=\"%s\" width=\"%s\" height=\"%s\">"
						.formatted(size, size.split(" ", -1)[2], size.split(" ", -1)[3]));
			this.open.push(true);
			return;
		}
		if (!kept && !Set.of("defs", "title").contains(name) && !attributes.containsKey("fill-opacity")) {
			throw new SvgProblem("it has an element '" + name + "', which no diagram of a lesson needs");
		}
		this.open.push(kept);
		if (kept) {
			write(name, attributes);
		}
	}

	private void write(String name, Map<String, String> attributes) throws SvgProblem {
		boolean ends = !Set.of("g", "text").contains(name);
		this.drawing.append(ends ? "\n<" : "<").append(name);
		Map<String, String> written = new LinkedHashMap<>();
		if (!name.equals("g")) {
			written.put("class", looks(name, attributes));
		}
		new TreeMap<>(attributes).forEach((key, value) -> {
			if (KEPT.contains(key)) {
				written.put(key, value);
			}
		});
		if (written.containsKey("textLength")) {
			written.put("lengthAdjust", "spacingAndGlyphs");
		}
		written.forEach((key,
				value) -> this.drawing.append(' ').append(key).append("=\"").append(Html.escape(value)).append('"'));
		this.drawing.append('>');
	}

	private static String looks(String name, Map<String, String> attributes) throws SvgProblem {
		if (name.equals("text")) {
			return "dg-text-" + color(attributes.getOrDefault("fill", "#000"));
		}
		String stroke = color(attributes.getOrDefault("stroke", "none"));
		String fill = color(attributes.getOrDefault("fill", name.equals("line") ? "none" : "#000"));
		String width = (Double.parseDouble(attributes.getOrDefault("stroke-width", "1")) > 1.2) ? " dg-thick" : "";
		String dashes = attributes.containsKey("stroke-dasharray") ? " dg-dashed" : "";
		return "dg-fill-" + fill + " dg-line-" + stroke + width + dashes;
	}

	private static String color(String written) throws SvgProblem {
		String color = written.toLowerCase(Locale.ROOT)
			.replaceFirst("^#([0-9a-f])([0-9a-f])([0-9a-f])$", "#$1$1$2$2$3$3");
		String name = COLORS.get(color);
		if (name == null) {
			throw new SvgProblem("the color " + written + " is none of the page; use #lightgreen, #lightpink or none");
		}
		return name;
	}

	private static Map<String, String> attributes(XMLStreamReader reader) {
		Map<String, String> attributes = new LinkedHashMap<>();
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
		}
		for (String style : attributes.getOrDefault("style", "").split(";", -1)) {
			int colon = style.indexOf(':');
			if (colon > 0) {
				attributes.put(style.substring(0, colon), style.substring(colon + 1));
			}
		}
		return attributes;
	}

}
