package academy.coldstart.grader;

import tools.jackson.databind.JsonNode;

/**
 * A resource of the deployed stack.
 *
 * @param logicalId its name in the template
 * @param type such as {@code AWS::Lambda::Function}
 * @param physicalId its name, URL or ARN in AWS
 * @param properties its effective properties: those of the processed template, with
 * parameters and references resolved
 */
public record StackResource(String logicalId, String type, String physicalId, JsonNode properties) {
}
