package academy.coldstart.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The libraries of Java functions with their exact versions, as they are installed.
 *
 * @param jars all of them, those included that others need
 */
record LockedJars(List<Jar> jars) {

	/** {@code group/as/path/artifact/version/artifact-version.jar sha256 bytes}. */
	private static final Pattern LINE = Pattern
		.compile("(?<group>[^ ]+)/(?<artifact>[^/ ]+)/(?<version>[^/ ]+)/[^/ ]+\\.jar .*");

	private static final Pattern ASKED = Pattern
		.compile("<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");

	LockedJars {
		jars = List.copyOf(jars);
	}

	static LockedJars parse(String lock) {
		List<Jar> jars = new ArrayList<>();
		lock.lines().map(LINE::matcher).filter(Matcher::matches).forEach((line) -> {
			Jar jar = new Jar(line.group("group").replace('/', '.'), line.group("artifact"), line.group("version"));
			if (!jars.contains(jar)) {
				jars.add(jar);
			}
		});
		return new LockedJars(jars);
	}

	/**
	 * Return those that were asked for by name, and not only needed by others.
	 * @param pom the description they were resolved from
	 * @return the libraries
	 */
	List<Library> asked(String pom) {
		List<String> names = ASKED.matcher(pom)
			.results()
			.map((match) -> match.group(1).strip() + ":" + match.group(2).strip())
			.toList();
		return this.jars.stream()
			.filter((jar) -> names.contains(jar.name()) && !jar.isRuntime())
			.map((jar) -> new Library(jar.name(), jar.version()))
			.sorted(Comparator.comparing(Library::name))
			.toList();
	}

	/**
	 * A library in a Maven repository.
	 *
	 * @param group its group
	 * @param artifact its name within the group
	 * @param version its version
	 */
	record Jar(String group, String artifact, String version) {

		String name() {
			return this.group + ":" + this.artifact;
		}

		// The client of the Runtime API is what runs the function, and nothing to call.
		boolean isRuntime() {
			return this.artifact.equals("aws-lambda-java-runtime-interface-client");
		}

	}

}
