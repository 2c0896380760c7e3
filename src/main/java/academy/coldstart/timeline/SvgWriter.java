package academy.coldstart.timeline;

import java.io.StringWriter;
import java.util.Locale;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import academy.coldstart.ui.VisibleText;

/**
 * Writes elements of SVG. Names are constants of this package; every text and every value
 * is escaped, so that text of a learner's program stays text.
 */
final class SvgWriter {

	static final String NAMESPACE = "http://www.w3.org/2000/svg";

	private static final int REPLACEMENT = 0xFFFD;

	private final StringWriter out = new StringWriter();

	private final XMLStreamWriter xml;

	SvgWriter() {
		try {
			this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(this.out);
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("The JDK has no writer for XML", ex);
		}
	}

	/**
	 * Begin an element.
	 * @param name its name
	 * @param attributes names and values in turn
	 * @return this
	 */
	SvgWriter open(String name, Object... attributes) {
		return write(() -> {
			this.xml.writeStartElement(name);
			attributes(attributes);
		});
	}

	SvgWriter close() {
		return write(this.xml::writeEndElement);
	}

	/**
	 * Write an element without content.
	 * @param name its name
	 * @param attributes names and values in turn
	 * @return this
	 */
	SvgWriter empty(String name, Object... attributes) {
		return write(() -> {
			this.xml.writeEmptyElement(name);
			attributes(attributes);
		});
	}

	/**
	 * Write an element with a text.
	 * @param name its name
	 * @param text the text
	 * @param attributes names and values in turn
	 * @return this
	 */
	SvgWriter text(String name, String text, Object... attributes) {
		return open(name, attributes).write(() -> characters(text.split("\"", -1))).close();
	}

	/**
	 * Write a text. The JDK escapes quotation marks in attributes only.
	 * @param parts what stands between its quotation marks
	 * @throws XMLStreamException when it cannot be written
	 */
	private void characters(String... parts) throws XMLStreamException {
		for (int index = 0; index < parts.length; index++) {
			if (index > 0) {
				this.xml.writeEntityRef("quot");
			}
			this.xml.writeCharacters(allowed(parts[index]));
		}
	}

	private void attributes(Object... attributes) throws XMLStreamException {
		for (int index = 0; index < attributes.length; index += 2) {
			this.xml.writeAttribute((String) attributes[index], value(attributes[index + 1]));
		}
	}

	private static String value(Object value) {
		return (value instanceof Double number) ? number(number) : allowed(value.toString());
	}

	/**
	 * Write a number as short as it can be without a visible difference.
	 * @param number the number
	 * @return such as {@code 12} or {@code 12.5}
	 */
	static String number(double number) {
		String text = String.format(Locale.ROOT, "%.1f", number);
		return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
	}

	/**
	 * Replace what no XML document may hold.
	 * @param text the text
	 * @return the text with visible stand-ins
	 */
	private static String allowed(String text) {
		StringBuilder allowed = new StringBuilder(text.length());
		VisibleText.of(text)
			.codePoints()
			.forEach(
					(character) -> allowed.appendCodePoint(((character & 0xFFFE) == 0xFFFE) ? REPLACEMENT : character));
		return allowed.toString();
	}

	private SvgWriter write(Step step) {
		try {
			step.write();
			return this;
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("A figure cannot be written", ex);
		}
	}

	/**
	 * Return what was written.
	 * @return the document
	 */
	@Override
	public String toString() {
		write(this.xml::flush);
		return this.out.toString();
	}

	/**
	 * A step of writing.
	 */
	private interface Step {

		void write() throws XMLStreamException;

	}

}
