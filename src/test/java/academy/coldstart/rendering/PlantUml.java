package academy.coldstart.rendering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.core.Diagram;
import net.sourceforge.plantuml.error.PSystemError;

/**
 * PlantUML, as it is let draw the diagrams of lessons: without files, addresses or
 * windows.
 */
final class PlantUml {

	static {
		System.setProperty("PLANTUML_SECURITY_PROFILE", "SANDBOX");
		System.setProperty("java.awt.headless", "true");
	}

	private PlantUml() {
	}

	/**
	 * Draw a diagram.
	 * @param source the lines between {@code @startuml} and {@code @enduml}
	 * @return a drawing that a page can take in
	 * @throws SvgProblem when PlantUML does not understand it, or it has what no page
	 * takes
	 */
	static String draw(String source) throws SvgProblem {
		SourceStringReader reader = new SourceStringReader("@startuml\n" + source + "\n@enduml\n");
		ByteArrayOutputStream svg = new ByteArrayOutputStream();
		try {
			reader.outputImage(svg, new FileFormatOption(FileFormat.SVG, false));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Diagram diagram = reader.getBlocks().getFirst().getDiagram();
		if (diagram instanceof PSystemError error) {
			// The first line is the one that begins the diagram.
			throw new SvgProblem("PlantUML says " + error.getErrorsUml()
				.stream()
				.map((one) -> "\"" + one.getError() + "\" of line " + one.getPosition() + " of the diagram")
				.collect(Collectors.joining(" and ")));
		}
		return new PlainDrawing(svg.toString(StandardCharsets.UTF_8)).write();
	}

}
