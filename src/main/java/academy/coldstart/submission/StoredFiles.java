package academy.coldstart.submission;

import java.util.Map;
import java.util.TreeMap;

import academy.coldstart.course.SourceFiles;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads files from a query with the columns {@code name} and {@code content}.
 */
final class StoredFiles {

	private StoredFiles() {
	}

	static SourceFiles read(JdbcClient.StatementSpec query) {
		TreeMap<String, byte[]> contents = new TreeMap<>();
		query.query((row, index) -> Map.entry(row.getString("name"), row.getBytes("content")))
			.list()
			.forEach((file) -> contents.putIfAbsent(file.getKey(), file.getValue()));
		return new SourceFiles(contents);
	}

}
