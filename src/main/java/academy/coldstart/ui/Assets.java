package academy.coldstart.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;

/**
 * The scripts and styles of the pages under the names that the build of the front end
 * gave them: each name carries the hash of its content.
 *
 * @param bySource the files by the path of their source below {@code frontend/src}
 */
record Assets(Map<String, Asset> bySource) {

	private static final String ADDRESS = "/assets/";

	Assets {
		bySource = Map.copyOf(bySource);
	}

	static Assets read(Resource manifest) {
		try (InputStream in = manifest.getInputStream()) {
			return new Assets(JsonMapper.shared().readValue(in, new TypeReference<Map<String, Asset>>() {
			}));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The front end has to be built: run ./coldstart frontend", ex);
		}
	}

	/**
	 * Return the address of a file.
	 * @param source the path of its source
	 * @return the address
	 */
	public String href(String source) {
		return ADDRESS + asset(source).file();
	}

	/**
	 * Return the addresses of scripts and of all that they import at once, so that a page
	 * can ask for them together instead of one after the other.
	 * @param sources the paths of their sources
	 * @return the addresses, each once
	 */
	public List<String> scripts(List<String> sources) {
		Set<String> addresses = new LinkedHashSet<>();
		sources.forEach((source) -> {
			addresses.add(href(source));
			asset(source).imports().forEach((file) -> addresses.add(ADDRESS + file));
		});
		return List.copyOf(addresses);
	}

	private Asset asset(String source) {
		Asset asset = this.bySource.get(source);
		if (asset == null) {
			throw new IllegalArgumentException(
					"The front end has no " + source + ". It has: " + String.join(", ", this.bySource.keySet()));
		}
		return asset;
	}

	/**
	 * A file.
	 *
	 * @param file its name
	 * @param imports the names of the files that it cannot do without
	 */
	record Asset(String file, List<String> imports) {

		Asset {
			imports = List.copyOf(imports);
		}

	}

}
