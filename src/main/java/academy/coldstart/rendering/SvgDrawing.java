package academy.coldstart.rendering;

import java.io.StringReader;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Copies the harmless part of an SVG drawing: known shapes with known attributes.
 * Anything else is an error rather than left out, so that a drawing never looks different
 * from its file.
 */
final class SvgDrawing {

	private static final Set<String> ELEMENTS = Set.of("svg", "g", "path", "rect", "circle", "ellipse", "line",
			"polyline", "polygon", "text", "tspan", "title", "desc", "defs", "marker");

	private static final Set<String> ATTRIBUTES = Set.of("viewBox", "class", "id", "x", "y", "x1", "y1", "x2", "y2",
			"dx", "dy", "cx", "cy", "r", "rx", "ry", "d", "points", "width", "height", "transform", "text-anchor",
			"dominant-baseline", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "font-size",
			"font-weight", "font-style", "textLength", "lengthAdjust", "opacity", "marker-end", "marker-start",
			"markerWidth", "markerHeight", "refX", "refY", "orient");

	private final String source;

	SvgDrawing(String source) {
		this.source = source;
	}

	String write(String alternative) throws SvgProblem {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(this.source));
			return copy(reader, alternative);
		}
		catch (XMLStreamException ex) {
			throw new SvgProblem("it is not well-formed XML");
		}
	}

	private static String copy(XMLStreamReader reader, String alternative) throws XMLStreamException, SvgProblem {
		StringBuilder html = new StringBuilder();
		while (reader.hasNext()) {
			switch (reader.next()) {
				case XMLStreamConstants.START_ELEMENT -> start(reader, html, alternative);
				case XMLStreamConstants.END_ELEMENT -> html.append("</").append(reader.getLocalName()).append('>');
				case XMLStreamConstants.CHARACTERS ->
					html.append(Html.escape(reader.getText().isBlank() ? "" : reader.getText()));
				case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.CDATA ->
					throw new SvgProblem("it has a document type or an entity");
				default -> {
				}
			}
		}
		return html.toString();
	}

	private static void start(XMLStreamReader reader, StringBuilder html, String alternative) throws SvgProblem {
		String name = reader.getLocalName();
		if (!ELEMENTS.contains(name)) {
			throw new SvgProblem("it has an element '" + name + "'");
		}
		boolean outermost = html.isEmpty();
		html.append('<').append(name);
		if (outermost) {
			html.append(" role=\"img\" aria-label=\"").append(Html.escape(alternative)).append('"');
		}
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i), html);
		}
		html.append('>');
	}

	private static void attribute(String name, String value, StringBuilder html) throws SvgProblem {
		boolean foreign = value.contains("url(") && !value.matches("url\\(#[\\w-]+\\)");
		if (!ATTRIBUTES.contains(name) || foreign) {
			throw new SvgProblem("it has an attribute '" + name + "=" + value + "'");
		}
		html.append(' ').append(name).append("=\"").append(Html.escape(value)).append('"');
	}

}
