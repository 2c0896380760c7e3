package academy.coldstart.compiler;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * Keeps compiled classes in memory.
 */
final class ClassCollector extends ForwardingJavaFileManager<JavaFileManager> {

	private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();

	ClassCollector(JavaFileManager files) {
		super(files);
	}

	@Override
	public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
			FileObject sibling) {
		URI uri = URI.create("memory:///" + name.replace('.', '/').replaceAll("[^\\w$/]", "_") + kind.extension);
		return new SimpleJavaFileObject(uri, kind) {

			@Override
			public OutputStream openOutputStream() {
				ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				ClassCollector.this.classes.put(name, bytes);
				return bytes;
			}

		};
	}

	/**
	 * Return what was compiled.
	 * @return the bytes of each class by its binary name
	 */
	Map<String, byte[]> classes() {
		Map<String, byte[]> result = new LinkedHashMap<>();
		this.classes.forEach((name, bytes) -> result.put(name, bytes.toByteArray()));
		return result;
	}

}
