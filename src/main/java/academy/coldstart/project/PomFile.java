package academy.coldstart.project;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the {@code pom.xml} that lets an IDE know the libraries of Java functions.
 */
final class PomFile {

	private PomFile() {
	}

	/**
	 * Write the file.
	 * @param name the name of the exercise
	 * @param release the version of Java, such as {@code 21}
	 * @param locked all libraries with their exact versions
	 * @param libraries those that are asked for by name
	 * @return the file
	 */
	static String of(String name, String release, LockedJars locked, List<Library> libraries) {
		List<String> asked = libraries.stream().map(Library::name).toList();
		String versions = locked.jars().stream().map(PomFile::version).collect(Collectors.joining());
		String dependencies = locked.jars()
			.stream()
			.filter((jar) -> asked.contains(jar.name()))
			.map(PomFile::dependency)
			.collect(Collectors.joining());
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<!-- For your IDE. Functions find these libraries when they run; what you add here is not installed there. -->
				<project xmlns="http://maven.apache.org/POM/4.0.0">
					<modelVersion>4.0.0</modelVersion>
					<groupId>academy.coldstart.exercise</groupId>
					<artifactId>%s</artifactId>
					<version>1</version>
					<properties>
						<maven.compiler.release>%s</maven.compiler.release>
						<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
					</properties>
					<dependencyManagement>
						<dependencies>
				%s		</dependencies>
					</dependencyManagement>
					<dependencies>
				%s	</dependencies>
				</project>
				"""
			.formatted(name, release, versions, dependencies);
	}

	private static String version(LockedJars.Jar jar) {
		return element("\t\t\t", jar, "<version>" + jar.version() + "</version>");
	}

	private static String dependency(LockedJars.Jar jar) {
		return element("\t\t", jar, "<scope>provided</scope>");
	}

	private static String element(String indent, LockedJars.Jar jar, String last) {
		return "%1$s<dependency>%n%1$s\t<groupId>%2$s</groupId>%n%1$s\t<artifactId>%3$s</artifactId>%n%1$s\t%4$s%n%1$s</dependency>%n"
			.formatted(indent, jar.group(), jar.artifact(), last)
			.replace(System.lineSeparator(), "\n");
	}

}
