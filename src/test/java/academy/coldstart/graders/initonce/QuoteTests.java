package academy.coldstart.graders.initonce;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;

import academy.coldstart.grader.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class QuoteTests {

	private static final String RIGHT = """
			{"orderId":"o-1","lines":[{"sku":"FERN-1","qty":2,"net":2000,"vat":100},
			{"sku":"POT-2","qty":1,"net":2500,"vat":575}],"net":4500,"vat":675,"total":5175}""";

	private static final Map<String, Article> PRICES = Map.of("FERN-1", new Article("FERN-1", 1000, true), "POT-2",
			new Article("POT-2", 2500, false));

	private final Quote quote = Quote.of(
			new Order(1, "o-1", "t-fern", "c-1", "EUR",
					List.of(new Order.Line("FERN-1", 2), new Order.Line("POT-2", 1)), "x"),
			(sku) -> Objects.requireNonNull(PRICES.get(sku)), new VatRates(23, 5));

	private static JsonNode json(String text) {
		return JsonMapper.builder().build().readTree(text);
	}

	@Test
	void acceptsTheRightAnswer() {
		assertThat(this.quote.isAnsweredBy(json(RIGHT))).isTrue();
		assertThat(this.quote).hasToString("net 4500, vat 675, total 5175");
	}

	@Test
	void acceptsLinesInAnotherOrderAndDecimalsWithoutFraction() {
		assertThat(this.quote.isAnsweredBy(
				json("""
						{"orderId":"o-1","lines":[{"sku":"POT-2","qty":1,"net":2500.0,"vat":575.0},
						{"sku":"FERN-1","qty":2,"net":2000,"vat":100}],"net":4500,"vat":675.00,"total":5175,"currency":"EUR"}""")))
			.isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"orderId":"o-1"  | "orderId":"o-2"  | orderId is "o-2", not "o-1"
			"qty":2          | "qty":3          | in the line of FERN-1 qty is 3, not 2
			"vat":100        | "vat":380        | in the line of FERN-1 vat is 380, not 100 (5% of 2000, class reduced)
			"sku":"POT-2"    | "sku":"POT-3"    | it has no line for POT-2
			"net":4500       | "net":"4500"     | net is "4500", not 4500
			"vat":675,       | ""               | vat is missing, not 675
			"total":5175     | "total":5175.5   | total is 5175.5, not 5175
			""", quoteCharacter = '`')
	void saysWhatIsWrong(String right, String wrong, String difference) {
		String text = RIGHT.replace(right, wrong.equals("\"\"") ? "" : wrong);
		assertThat(this.quote.difference(json(text))).contains(difference);
	}

	@Test
	void refusesAnswersThatAreNoPrices() {
		assertThat(this.quote.isAnsweredBy(json("null"))).isFalse();
		assertThat(this.quote.isAnsweredBy(json("[]"))).isFalse();
		assertThat(this.quote.difference(json("{\"orderId\":\"o-1\"}"))).contains("it has 0 lines, not 2");
	}

	@Test
	void noDeploymentHasRatesThatPeopleKnowByHeartOrThatWereThereBefore() {
		assertThat(LongStream.range(0, 500).mapToObj(VatRates::of)).allSatisfy((rates) -> {
			VatRates others = rates.others(new Random(rates.standard()));
			assertThat(List.of(rates.standard(), others.standard())).doesNotContain(19).doesNotHaveDuplicates();
			assertThat(List.of(rates.reduced(), others.reduced())).doesNotContain(7).doesNotHaveDuplicates();
		});
	}

}
