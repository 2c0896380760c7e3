package academy.coldstart.recording.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Collects the texts at some paths of a JSON or CBOR document while reading through it
 * once. A name that stands twice in one object counts twice, so nothing hides behind it.
 */
final class DocumentValues {

	private final Map<String, List<String>> found = new LinkedHashMap<>();

	private DocumentValues() {
	}

	static Map<String, List<String>> read(JsonParser parser, PathTree wanted) {
		DocumentValues values = new DocumentValues();
		parser.nextToken();
		values.value(parser, wanted);
		while (parser.nextToken() != null) {
			parser.skipChildren();
		}
		return values.found;
	}

	private void value(JsonParser parser, @Nullable PathTree wanted) {
		JsonToken token = parser.currentToken();
		if (wanted == null) {
			parser.skipChildren();
		}
		else if (token == JsonToken.START_OBJECT) {
			object(parser, wanted);
		}
		else if (token == JsonToken.START_ARRAY) {
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				value(parser, wanted.element());
			}
		}
		else if (token == JsonToken.VALUE_STRING && wanted.path() != null) {
			add(wanted.path(), parser.getString());
		}
	}

	private void object(JsonParser parser, PathTree wanted) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			if (wanted.keysPath() != null) {
				add(wanted.keysPath(), name);
			}
			parser.nextToken();
			value(parser, wanted.member(name));
		}
	}

	private void add(String path, String text) {
		this.found.computeIfAbsent(path, (key) -> new ArrayList<>()).add(text);
	}

}
