package academy.coldstart.graders.wherefailuresgo;

import java.util.Map;
import java.util.TreeMap;

import academy.coldstart.grader.Place;
import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import academy.coldstart.grader.TemplateLines;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyPlacesTests {

	private static final String QUEUES = "http://sqs.us-east-1.localhost/123456789012/";

	private final TreeMap<String, StackResource> resources = new TreeMap<>();

	@Test
	void pointsToThePolicyOfTheQueueAmongOthers() {
		add("Failures", "AWS::SQS::Queue", QUEUES + "stack-failures", "{}");
		add("FailuresPolicy", "AWS::SQS::QueuePolicy", "policy-2", "{\"Queues\": [\"" + QUEUES + "stack-failures\"]}");
		add("AlarmsPolicy", "AWS::SQS::QueuePolicy", "policy-1", "{\"Queues\": [\"" + QUEUES + "stack-pagers\"]}");

		assertThat(places().ofTarget("arn:aws:sqs:us-east-1:123456789012:stack-failures"))
			.isEqualTo(new Place("template.yaml", 21));
	}

	@Test
	void pointsToTheQueueThatHasNoPolicy() {
		add("Failures", "AWS::SQS::Queue", QUEUES + "stack-failures", "{}");
		add("AlarmsPolicy", "AWS::SQS::QueuePolicy", "policy-1", "{\"Queues\": [\"" + QUEUES + "stack-pagers\"]}");

		assertThat(places().ofTarget("arn:aws:sqs:us-east-1:123456789012:stack-failures"))
			.isEqualTo(new Place("template.yaml", 10));
	}

	@Test
	void pointsToTheFunctionWhoseRoleSamMakes() {
		add("Triage", "AWS::Lambda::Function", "stack-triage",
				"{\"Role\": \"arn:aws:iam::123456789012:role/stack-role\"}");
		add("TriageRole", "AWS::IAM::Role", "stack-role", "{}");

		assertThat(places().ofRole("stack-role")).isEqualTo(new Place("template.yaml", 41));
	}

	private void add(String logicalId, String type, String physicalId, String properties) {
		this.resources.put(logicalId,
				new StackResource(logicalId, type, physicalId, JsonMapper.shared().readTree(properties)));
	}

	private PolicyPlaces places() {
		return new PolicyPlaces(new Stack(Map.of(), this.resources,
				new TemplateLines("template.yaml",
						Map.of("Resources", 1, "Resources/Failures", 10, "Resources/FailuresPolicy", 20,
								"Resources/FailuresPolicy/Properties/PolicyDocument", 21, "Resources/AlarmsPolicy", 30,
								"Resources/AlarmsPolicy/Properties/PolicyDocument", 31, "Resources/Triage", 40,
								"Resources/Triage/Properties/Policies", 41))));
	}

}
