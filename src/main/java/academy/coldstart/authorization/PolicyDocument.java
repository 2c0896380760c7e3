package academy.coldstart.authorization;

import java.util.List;

/**
 * A policy.
 *
 * @param name what people know it by: its name, or what it is attached to
 * @param kind what it is attached to
 * @param statements its statements
 */
public record PolicyDocument(String name, PolicyKind kind, List<Statement> statements) {

	public PolicyDocument {
		statements = List.copyOf(statements);
	}

	/**
	 * Read a policy.
	 * @param name what people know it by
	 * @param kind what it is attached to
	 * @param json the document
	 * @return the policy
	 * @throws MalformedPolicy when AWS would refuse it
	 */
	public static PolicyDocument parse(String name, PolicyKind kind, String json) {
		return new PolicyParser(name, kind).parse(json);
	}

}
