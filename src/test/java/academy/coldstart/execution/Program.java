package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program of the contract suite as it is deployed.
 *
 * @param handler the handler setting
 * @param files the content of the deployment package by name
 */
record Program(String handler, Map<String, byte[]> files) {

	Program {
		files = Map.copyOf(files);
	}

	static Program of(String handler, Map<String, String> texts) {
		return new Program(handler, bytes(texts));
	}

	static Map<String, byte[]> bytes(Map<String, String> texts) {
		Map<String, byte[]> files = new TreeMap<>();
		texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
		return files;
	}

}
