package academy.coldstart.grading.template;

import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Finds URLs of queues where ARNs are needed: {@code !Ref} of a queue gives its URL,
 * which AWS refuses there after a while, and the engine in words that help nobody.
 *
 * @param template the template
 * @param findings where to note them
 */
record QueueArns(Template template, Findings findings) {

	private static final Pattern ARN = Pattern
		.compile(".*/(?:\\w*Arn|Events/[^/]+/Properties/Queue|DeadLetterQueue/TargetArn)");

	/**
	 * Check every reference to a queue.
	 */
	void check() {
		this.template.resources()
			.properties()
			.forEach((resource) -> visit(resource.getKey(), resource.getValue().path("Properties"),
					"Resources/" + resource.getKey() + "/Properties"));
	}

	private void visit(String id, JsonNode value, String path) {
		for (int i = 0; i < value.size() && value.isArray(); i++) {
			visit(id, value.path(i), path + "/" + i);
		}
		value.properties().forEach((entry) -> {
			if (entry.getKey().equals("Ref") && isQueue(entry.getValue()) && ARN.matcher(path).matches()) {
				String queue = entry.getValue().asString("");
				this.findings.add(path, new InvalidTemplate("invalid-template",
						"The resource %s needs the ARN of %s, but !Ref gives the URL of a queue. Write !GetAtt %s.Arn."
							.formatted(id, queue, queue),
						this.template.line(path)));
			}
			visit(id, entry.getValue(), path + "/" + entry.getKey());
		});
	}

	private boolean isQueue(JsonNode name) {
		return this.template.resources().path(name.asString("")).path("Type").asString("").equals("AWS::SQS::Queue");
	}

}
