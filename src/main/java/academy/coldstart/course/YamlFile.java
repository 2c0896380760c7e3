package academy.coldstart.course;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML text with the lines its values stand on.
 */
final class YamlFile {

	private static final YAMLMapper MAPPER = YAMLMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private final Path file;

	private final int firstLine;

	private final JsonNode content;

	private final @Nullable Node lines;

	private YamlFile(Path file, int firstLine, JsonNode content, @Nullable Node lines) {
		this.file = file;
		this.firstLine = firstLine;
		this.content = content;
		this.lines = lines;
	}

	/**
	 * Parse a text.
	 * @param file the file it stands in
	 * @param text the text
	 * @param firstLine the line of the file that it begins on
	 * @param problems hears that it is not YAML
	 * @return the parsed text
	 */
	static Optional<YamlFile> parse(Path file, String text, int firstLine, ProblemLog problems) {
		try {
			Node lines = new Compose(LoadSettings.builder().build()).composeString(text).orElse(null);
			return Optional.of(new YamlFile(file, firstLine, MAPPER.readTree(text), lines));
		}
		catch (MarkedYamlEngineException ex) {
			int line = ex.getProblemMark().map(Mark::getLine).orElse(0);
			problems.add(file, firstLine + line, "This is not valid YAML: " + ex.getProblem() + ".",
					"Look at the indentation and quotes here and on the line before.");
		}
		catch (JacksonException ex) {
			int line = (ex.getLocation() != null) ? Math.max(1, ex.getLocation().getLineNr()) : 1;
			problems.add(file, firstLine + line - 1, "This is not valid YAML: " + ex.getOriginalMessage() + ".",
					"Look at this line and the one before.");
		}
		catch (YamlEngineException ex) {
			problems.add(file, firstLine, "This is not valid YAML: " + ex.getMessage() + ".",
					"Look at the indentation and quotes.");
		}
		return Optional.empty();
	}

	Path file() {
		return this.file;
	}

	/**
	 * Return the properties of the outermost object in their order.
	 * @param <T> what each of them is
	 * @param type what each of them is
	 * @return the values by name
	 */
	<T> Map<String, T> properties(Class<T> type) {
		Map<String, T> values = new LinkedHashMap<>();
		this.content.properties()
			.forEach((entry) -> values.put(entry.getKey(), MAPPER.treeToValue(entry.getValue(), type)));
		return values;
	}

	JsonNode content() {
		return this.content;
	}

	<T> T as(Class<T> type) {
		return MAPPER.treeToValue(this.content, type);
	}

	/**
	 * Return the line of a value, or of the nearest one around it that exists.
	 * @param path property names and list positions
	 * @return the line, from 1
	 */
	int line(List<?> path) {
		Node node = this.lines;
		int line = lineOf(node, this.firstLine);
		for (Object element : path) {
			NodeTuple tuple = (element instanceof String name) ? property(node, name) : null;
			Node next = (tuple != null) ? tuple.getValueNode() : item(node, element);
			if (next == null) {
				return line;
			}
			line = lineOf((tuple != null) ? tuple.getKeyNode() : next, line);
			node = next;
		}
		return line;
	}

	private int lineOf(@Nullable Node node, int otherwise) {
		return (node != null) ? node.getStartMark().map((mark) -> this.firstLine + mark.getLine()).orElse(otherwise)
				: otherwise;
	}

	private static @Nullable NodeTuple property(@Nullable Node node, String name) {
		if (node instanceof MappingNode mapping) {
			for (NodeTuple tuple : mapping.getValue()) {
				if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
					return tuple;
				}
			}
		}
		return null;
	}

	private static @Nullable Node item(@Nullable Node node, Object position) {
		if (node instanceof SequenceNode list && position instanceof Integer index && index < list.getValue().size()) {
			return list.getValue().get(index);
		}
		return null;
	}

}
