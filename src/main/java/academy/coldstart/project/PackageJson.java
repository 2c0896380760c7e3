package academy.coldstart.project;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of a Node.js package.
 */
final class PackageJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private PackageJson() {
	}

	static List<Library> parse(String text) {
		return MAPPER.readTree(text)
			.path("dependencies")
			.properties()
			.stream()
			.map((entry) -> new Library(entry.getKey(), entry.getValue().asString()))
			.sorted(Comparator.comparing(Library::name))
			.toList();
	}

	/**
	 * Write the description for the folder of a learner.
	 * @param name the name of the exercise
	 * @param version the version of Node.js, such as {@code 24}
	 * @param libraries the libraries that functions find
	 * @return the file
	 */
	static String file(String name, String version, List<Library> libraries) {
		Map<String, String> dependencies = new LinkedHashMap<>();
		libraries.forEach((library) -> dependencies.put(library.name(), library.version()));
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("name", name);
		description.put("private", true);
		description.put("engines", Map.of("node", ">=" + version));
		description.put("dependencies", dependencies);
		return MAPPER.writeValueAsString(description) + "\n";
	}

}
