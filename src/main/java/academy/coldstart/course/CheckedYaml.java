package academy.coldstart.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/**
 * Reads YAML that has to follow one of the schemas of this application.
 */
final class CheckedYaml {

	private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(builder) -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()));

	private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

	private final CourseFiles files;

	private final ProblemLog problems;

	CheckedYaml(CourseFiles files, ProblemLog problems) {
		this.files = files;
		this.problems = problems;
	}

	Optional<YamlFile> read(Path file, String schema) {
		return this.files.text(file, "Create it; schemas/" + schema + ".schema.json says what belongs in it.")
			.flatMap((text) -> check(file, text, 1, schema));
	}

	Optional<YamlFile> check(Path file, String text, int firstLine, String schema) {
		return YamlFile.parse(file, text, firstLine, this.problems).filter((yaml) -> isValid(yaml, schema));
	}

	private boolean isValid(YamlFile yaml, String schema) {
		List<Error> errors = SCHEMAS.computeIfAbsent(schema, CheckedYaml::load).validate(yaml.content());
		errors.forEach((error) -> add(yaml, error, schema));
		return errors.isEmpty();
	}

	private static Schema load(String name) {
		try (InputStream in = CheckedYaml.class.getResourceAsStream("/schemas/" + name + ".schema.json")) {
			return REGISTRY.getSchema(in, InputFormat.JSON);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(YamlFile yaml, Error error, String schema) {
		List<Object> path = new ArrayList<>();
		for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
			path.add(error.getInstanceLocation().getElement(i));
		}
		String where = where(path);
		String property = error.getProperty();
		if (property != null) {
			path.add(property);
		}
		this.problems.add(yaml.file(), yaml.line(path), where + message(error) + ".", remedy(error, schema));
	}

	private static String where(List<Object> path) {
		StringBuilder where = new StringBuilder();
		for (Object element : path) {
			if (element instanceof Integer position) {
				where.append('[').append(position).append(']');
			}
			else {
				where.append(where.isEmpty() ? "" : ".").append(element);
			}
		}
		return where.isEmpty() ? "" : where + ": ";
	}

	private static String message(Error error) {
		String property = String.valueOf(error.getProperty());
		return switch (error.getKeyword()) {
			case "required" -> "'" + property + "' is missing";
			case "additionalProperties" -> "'" + property + "' is not known here";
			default -> error.getMessage();
		};
	}

	private static String remedy(Error error, String schema) {
		return switch (error.getKeyword()) {
			case "required" -> "Add it.";
			case "additionalProperties" -> "Remove it, or correct its name.";
			default -> "schemas/" + schema + ".schema.json says what is allowed here.";
		};
	}

}
