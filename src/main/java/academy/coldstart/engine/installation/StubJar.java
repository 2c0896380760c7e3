package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Writes the two jars that LocalStack expects around DynamoDB Local: the one it starts
 * and the agent. Both contain nothing but {@link DynamoDbLauncher}.
 */
final class StubJar {

	private static final String CLASS_FILE = DynamoDbLauncher.class.getName().replace('.', '/') + ".class";

	private StubJar() {
	}

	static void writeMain(Path jar, List<String> classPath) {
		Manifest manifest = manifest();
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, DynamoDbLauncher.class.getName());
		manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", classPath));
		write(jar, manifest);
	}

	static void writeAgent(Path jar) {
		Manifest manifest = manifest();
		manifest.getMainAttributes().putValue("Premain-Class", DynamoDbLauncher.class.getName());
		write(jar, manifest);
	}

	private static Manifest manifest() {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		return manifest;
	}

	private static void write(Path jar, Manifest manifest) {
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
				InputStream launcher = DynamoDbLauncher.class.getResourceAsStream("/" + CLASS_FILE)) {
			if (launcher == null) {
				throw new IllegalStateException("The class file " + CLASS_FILE + " is missing");
			}
			out.putNextEntry(new JarEntry(CLASS_FILE));
			launcher.transferTo(out);
			out.closeEntry();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
