package academy.coldstart.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the proofs of an exercise in the format that build servers read.
 */
final class JunitReport {

	private JunitReport() {
	}

	static void write(Path directory, String exercise, List<ProofResult> results)
			throws IOException, XMLStreamException {
		Files.createDirectories(directory);
		try (Writer file = Files.newBufferedWriter(directory.resolve("TEST-" + exercise + ".xml"))) {
			XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(file);
			xml.writeStartDocument("UTF-8", "1.0");
			xml.writeStartElement("testsuite");
			xml.writeAttribute("name", exercise);
			xml.writeAttribute("tests", Integer.toString(results.size()));
			xml.writeAttribute("failures", count(results, ExitCode.NOT_PASSED));
			xml.writeAttribute("errors", count(results, ExitCode.PLATFORM_FAULT));
			xml.writeAttribute("time", seconds(results.stream().mapToLong(ProofResult::millis).sum()));
			for (ProofResult result : results) {
				write(xml, exercise, result);
			}
			xml.writeEndElement();
			xml.writeEndDocument();
			xml.close();
		}
	}

	private static void write(XMLStreamWriter xml, String exercise, ProofResult result) throws XMLStreamException {
		xml.writeStartElement("testcase");
		xml.writeAttribute("classname", exercise);
		xml.writeAttribute("name", result.proof().name());
		xml.writeAttribute("time", seconds(result.millis()));
		write(xml, "error", result.faults());
		write(xml, "failure", result.complaints());
		xml.writeEndElement();
	}

	private static void write(XMLStreamWriter xml, String element, List<String> messages) throws XMLStreamException {
		if (!messages.isEmpty()) {
			xml.writeStartElement(element);
			xml.writeAttribute("message", Terminal.plain(messages.get(0)));
			xml.writeCharacters(Terminal.plain(String.join("\n", messages)));
			xml.writeEndElement();
		}
	}

	private static String count(List<ProofResult> results, ExitCode code) {
		return Long.toString(results.stream().filter((result) -> result.code() == code).count());
	}

	private static String seconds(long millis) {
		return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
	}

}
