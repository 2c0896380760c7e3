package academy.coldstart.grader;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateLinesTests {

	private static final TemplateLines LINES = new TemplateLines("template.yaml",
			Map.of("Resources", 1, "Resources/Notify", 2, "Resources/Notify/Properties", 4,
					"Resources/Notify/Properties/Events", 5, "Resources/Notify/Properties/Events/Orders", 6,
					"Resources/Notify/Properties/Events/Orders/Properties", 8,
					"Resources/Notify/Properties/Events/Orders/Properties/BatchSize", 9, "Resources/Orders", 12));

	@Test
	void findsAProperty() {
		assertThat(LINES.find("Notify", "Events/Orders")).isEqualTo(new Place("template.yaml", 6));
	}

	@Test
	void pointsToTheDeepestPartThatIsWritten() {
		assertThat(LINES.find("Orders", "RedrivePolicy/maxReceiveCount")).isEqualTo(new Place("template.yaml", 12));
		assertThat(LINES.find("Notify", "Timeout")).isEqualTo(new Place("template.yaml", 4));
	}

	@Test
	void findsWhatSamMadeFromAnEvent() {
		assertThat(LINES.find("NotifyOrders", "BatchSize")).isEqualTo(new Place("template.yaml", 9));
		assertThat(LINES.find("NotifyOrders", "FunctionResponseTypes")).isEqualTo(new Place("template.yaml", 8));
	}

	@Test
	void pointsToTheResourcesWhenThereIsNoSuchResource() {
		assertThat(LINES.find("Other", "BatchSize")).isEqualTo(new Place("template.yaml", 1));
	}

	@Test
	void saysNothingAboutATemplateThatTheLearnerDoesNotSee() {
		assertThat(new TemplateLines("", Map.of("Resources/Orders", 12)).find("Orders", "RedrivePolicy")).isNull();
		assertThat(TemplateLines.NONE.find("Orders", "RedrivePolicy")).isNull();
	}

	@Test
	void aStackFindsPlacesByPhysicalIds() {
		StackResource queue = new StackResource("Orders", "AWS::SQS::Queue", "http://localhost/1/orders",
				JsonNodeFactory.instance.objectNode());
		Stack stack = new Stack(Map.of(), new TreeMap<>(Map.of("Orders", queue))).with(LINES);
		assertThat(stack.place("http://localhost/1/orders", "RedrivePolicy")).isEqualTo(new Place("template.yaml", 12));
		assertThat(stack.place("http://localhost/1/unknown", "RedrivePolicy")).isNull();
	}

}
