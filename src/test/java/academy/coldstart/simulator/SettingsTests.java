package academy.coldstart.simulator;

import java.util.List;
import java.util.Map;

import academy.coldstart.simulator.Control.Choice;
import academy.coldstart.simulator.Control.Name;
import academy.coldstart.simulator.Control.Option;
import academy.coldstart.simulator.Control.When;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsTests {

	private static final List<Control> CONTROLS = List.of(
			new Choice(new Name("source", "Source", ""),
					List.of(new Option("async", "asynchronous"), new Option("sqs", "a queue")), null),
			new Control.Amount(new Name("rate", "Rate", ""), 0, 200, 20, null),
			new Control.Amount(new Name("receives", "maxReceiveCount", ""), 1, 1000, null, new When("source", "sqs")));

	@Test
	void areUsualWhenNothingIsAskedFor() {
		Settings settings = Settings.of(CONTROLS, Map.of("unknown", "7"));
		assertThat(settings.number("rate")).isEqualTo(20);
		assertThat(settings.optional("receives")).isEmpty();
		assertThat(settings.text("source")).isEqualTo("async");
		assertThat(settings.corrections()).isEmpty();
		assertThat(settings.query()).isEqualTo("source=async&rate=20&receives=");
	}

	@Test
	void sayWhatCouldNotBe() {
		Settings settings = Settings.of(CONTROLS,
				Map.of("rate", "5000", "receives", "many", "source", "<script>alert(1)</script>"));
		assertThat(settings.number("rate")).isEqualTo(200);
		assertThat(settings.corrections()).containsExactly("Source has no such choice, so 'asynchronous' is shown.",
				"Rate may be 0 to 200, so 200 is shown.",
				"maxReceiveCount: 'many' is not a whole number, so none is shown.");
	}

	@Test
	void survivesNumbersOfAnyLength() {
		Settings settings = Settings.of(CONTROLS, Map.of("rate", "9".repeat(5000)));
		assertThat(settings.number("rate")).isEqualTo(20);
		assertThat(settings.corrections()).singleElement().asString().hasSizeLessThan(100);
	}

	@Test
	void knowWhichControlsDoSomething() {
		assertThat(Settings.of(CONTROLS, Map.of()).meet(CONTROLS.getLast().when())).isFalse();
		assertThat(Settings.of(CONTROLS, Map.of("source", "sqs")).meet(CONTROLS.getLast().when())).isTrue();
	}

}
