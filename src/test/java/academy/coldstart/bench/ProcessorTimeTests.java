package academy.coldstart.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProcessorTime}.
 */
class ProcessorTimeTests {

	@Test
	@EnabledOnOs(OS.LINUX)
	void countsProgramsThatHaveEnded() throws IOException, InterruptedException {
		ProcessorTime before = ProcessorTime.now();
		new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done").start().waitFor();
		assertThat(ProcessorTime.now().since(before).seconds().get("functions and compilers")).isPositive();
	}

	@Test
	void describesTheMedians() {
		ProcessorTime first = new ProcessorTime(Map.of("LocalStack", 1.0));
		ProcessorTime second = new ProcessorTime(Map.of("LocalStack", 3.0));
		ProcessorTime third = new ProcessorTime(Map.of("LocalStack", 2.5));
		assertThat(ProcessorTime.medians(List.of(first, second, third))).isEqualTo("2.50 s: LocalStack 2.50 s");
	}

}
