package academy.coldstart.bench;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Sample}.
 */
class SampleTests {

	private final Sample hundred = new Sample(IntStream.rangeClosed(1, 100).mapToObj((i) -> (double) i).toList());

	@Test
	void percentilesAreMeasuredValues() {
		assertThat(this.hundred.median()).isEqualTo(50);
		assertThat(this.hundred.percentile(99)).isEqualTo(99);
		assertThat(this.hundred.percentile(100)).isEqualTo(100);
		assertThat(new Sample(List.of(3.0)).percentile(1)).isEqualTo(3);
	}

	@Test
	void comparesPairByPair() {
		Sample ratios = new Sample(List.of(2.0, 6.0)).over(new Sample(List.of(1.0, 2.0)));
		assertThat(ratios.values()).containsExactly(2.0, 3.0);
	}

	@Test
	void showsSpreadAndSize() {
		assertThat(new Sample(List.of(1.0, 2.0, 120.0)).text("s")).isEqualTo("2.00 s (1.00–120, n=3)");
	}

	@Test
	void refusesNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Sample(List.of()));
	}

}
