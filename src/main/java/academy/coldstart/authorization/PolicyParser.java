package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads policies as strictly as AWS does. Source: IAM User Guide, Grammar of the IAM JSON
 * policy language.
 */
final class PolicyParser {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

	private static final String CURRENT = "2012-10-17";

	private static final String OLD = "2008-10-17";

	private final String name;

	private final PolicyKind kind;

	PolicyParser(String name, PolicyKind kind) {
		this.name = name;
		this.kind = kind;
	}

	PolicyDocument parse(String json) {
		JsonNode root = tree(json);
		if (!root.isObject()) {
			throw malformed("", "a policy is a JSON object with Version and Statement.");
		}
		PolicyNodes nodes = new PolicyNodes(this.name, version(root.path("Version")).equals(CURRENT));
		nodes.requireKnown("", root, ELEMENTS);
		List<JsonNode> written = statements(root.path("Statement"));
		StatementParser parser = new StatementParser(this.kind, nodes);
		List<Statement> statements = new ArrayList<>();
		for (int i = 0; i < written.size(); i++) {
			statements.add(parser.statement(i + 1, written.get(i)));
		}
		requireDistinctIds(written);
		return new PolicyDocument(this.name, this.kind, statements);
	}

	private JsonNode tree(String json) {
		try {
			return MAPPER.readTree(json);
		}
		catch (JacksonException ex) {
			throw malformed("", "it is not JSON: " + ex.getOriginalMessage() + ".");
		}
	}

	private String version(JsonNode version) {
		String value = version.asString(version.isMissingNode() ? OLD : "");
		if (!value.equals(CURRENT) && !value.equals(OLD)) {
			throw malformed("Version", "it is '" + value + "'. Write \"Version\": \"2012-10-17\".");
		}
		return value;
	}

	private List<JsonNode> statements(JsonNode statements) {
		if (statements.isMissingNode() || statements.isNull() || (statements.isArray() && statements.isEmpty())) {
			throw malformed("", "it has no Statement. Add a list with one statement or more.");
		}
		return statements.isArray() ? statements.valueStream().toList() : List.of(statements);
	}

	private void requireDistinctIds(List<JsonNode> statements) {
		Set<String> ids = new HashSet<>();
		for (JsonNode statement : statements) {
			String id = statement.path("Sid").asString("");
			if (this.kind != PolicyKind.RESOURCE && !id.isEmpty() && !ids.add(id)) {
				throw malformed("Sid", "two statements are called '" + id + "'. Give each a name of its own.");
			}
		}
	}

	private MalformedPolicy malformed(String where, String what) {
		return new MalformedPolicy(this.name, where, what);
	}

}
