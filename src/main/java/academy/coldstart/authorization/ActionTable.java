package academy.coldstart.authorization;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The IAM actions of the course's services, from the committed table that
 * {@code engine/authorization/generate.py} makes.
 */
final class ActionTable {

	private static final String RESOURCE = "/academy/coldstart/authorization/actions.tsv";

	private final Map<String, ServiceActions> bySigningName = new LinkedHashMap<>();

	private final Map<String, ServiceActions> byPrefix = new LinkedHashMap<>();

	private ActionTable() {
	}

	static ActionTable load() {
		try (InputStream in = ActionTable.class.getResourceAsStream(RESOURCE)) {
			if (in == null) {
				throw new IllegalStateException("The table of IAM actions is missing: " + RESOURCE);
			}
			ActionTable table = new ActionTable();
			table.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
			return table;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The table of IAM actions cannot be read: " + RESOURCE, ex);
		}
	}

	private void read(BufferedReader reader) throws IOException {
		ServiceActions current = new ServiceActions("");
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			String[] columns = line.split("\t", -1);
			if (columns[0].equals("service")) {
				current = new ServiceActions(columns[1]);
				this.byPrefix.put(columns[1], current);
				this.bySigningName.put(columns[2], current);
			}
			else if (!line.startsWith("#")) {
				current.add(columns);
			}
		}
	}

	@Nullable ServiceActions signedAs(String signingName) {
		return this.bySigningName.get(signingName);
	}

	@Nullable ServiceActions prefixed(String prefix) {
		return this.byPrefix.get(prefix);
	}

}
