package academy.coldstart.grader;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class StackTests {

	private final Stack stack = new Stack(Map.of(),
			new TreeMap<>(Map.of("Failures",
					resource("Failures", "AWS::SQS::Queue", "http://localhost/123456789012/shop-failures"), "Notify",
					resource("Notify", "AWS::Lambda::Function", "shop-notify"), "NotifyAliaslive",
					resource("NotifyAliaslive", "AWS::Lambda::Alias",
							"arn:aws:lambda:us-east-1:123456789012:function:shop-notify:live"),
					"Incidents", resource("Incidents", "AWS::Events::EventBus", "shop-incidents"), "OnCall",
					resource("OnCall", "AWS::SNS::Topic", "arn:aws:sns:us-east-1:123456789012:shop-on-call"), "Waiting",
					resource("Waiting", "AWS::CloudWatch::Alarm", "shop-failures"))));

	@ParameterizedTest
	@CsvSource({ "arn:aws:sqs:us-east-1:123456789012:shop-failures, Failures",
			"http://localhost/123456789012/shop-failures, Failures",
			"arn:aws:lambda:us-east-1:123456789012:function:shop-notify, Notify",
			"arn:aws:lambda:us-east-1:123456789012:function:shop-notify:live, Notify",
			"arn:aws:events:us-east-1:123456789012:event-bus/shop-incidents, Incidents",
			"arn:aws:events:us-east-1:123456789012:event-bus/default, default",
			"arn:aws:sns:us-east-1:123456789012:shop-on-call, OnCall", "shop-failures, Waiting",
			"arn:aws:sqs:us-east-1:123456789012:elsewhere, elsewhere",
			"somebody@larkspur.example, somebody@larkspur.example",
			"http://localhost/123456789012/elsewhere, elsewhere" })
	void namesThingsAsTheLearnerDoes(String id, String name) {
		assertThat(this.stack.name(id)).isEqualTo(name);
	}

	private static StackResource resource(String logicalId, String type, String physicalId) {
		return new StackResource(logicalId, type, physicalId, JsonMapper.shared().createObjectNode());
	}

}
