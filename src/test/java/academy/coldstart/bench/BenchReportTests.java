package academy.coldstart.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BenchReport}.
 */
class BenchReportTests {

	private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 11, 25, 13, 5);

	private final Figure good = Figure.atMost("verdict", 1.2, "1.20 s", 2.5, "s");

	private final Figure bad = Figure.atMost("start", 6, "6.00 s", 4, "s");

	private final Figure plain = Figure.of("two seeds", "1.04 s");

	@Test
	void marksWhatMissesItsTarget() {
		BenchReport report = new BenchReport(BEGIN, "2 × CPU", List.of(this.good, this.bad, this.plain), List.of());
		assertThat(report.meetsAllTargets()).isFalse();
		assertThat(report.toMarkdown()).contains("## Run of 13:05", "2 × CPU.", "| verdict | 1.20 s | ≤ 2.50 s | yes |",
				"| start | 6.00 s | ≤ 4.00 s | **no** |", "| two seeds | 1.04 s |  |  |");
	}

	@Test
	void namesWhatWasNotMeasured() {
		BenchReport report = new BenchReport(BEGIN, "2 × CPU", List.of(this.good), List.of("proxy: no engine"));
		assertThat(report.meetsAllTargets()).isFalse();
		assertThat(report.toMarkdown()).contains("Not measured:", "- proxy: no engine");
	}

	@Test
	void isContentWithoutTargets() {
		assertThat(new BenchReport(BEGIN, "2 × CPU", List.of(this.good, this.plain), List.of()).meetsAllTargets())
			.isTrue();
	}

	@Test
	void runsOfADayStandInOnePage(@TempDir Path folder) throws IOException {
		Path first = new BenchReport(BEGIN, "2 × CPU", List.of(this.good), List.of()).keepIn(folder);
		Path second = new BenchReport(BEGIN.plusHours(1), "2 × CPU", List.of(this.plain), List.of()).keepIn(folder);
		assertThat(second).isEqualTo(first)
			.content()
			.startsWith("# Benchmarks of 2026-11-25\n\n## Run of 13:05\n")
			.containsSubsequence("| verdict | 1.20 s", "\n\n## Run of 14:05\n", "| two seeds | 1.04 s");
	}

}
