package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogCutterTests {

	private static final int MAX_LINE_BYTES = 64 * 1024;

	private final LogCutter cutter = new LogCutter(MAX_LINE_BYTES);

	@Test
	void cutsAtLineBreaks() {
		assertThat(add("one\ntwo\r\n\nthr")).containsExactly("one", "two", "");
		assertThat(add("ee\n")).containsExactly("three");
		assertThat(this.cutter.flush()).isEmpty();
	}

	@Test
	void joinsCharactersThatArriveInParts() {
		byte[] bytes = "☕\n".getBytes(StandardCharsets.UTF_8);
		List<String> lines = new ArrayList<>();
		for (byte each : bytes) {
			lines.addAll(this.cutter.add(new byte[] { each }, 1));
		}
		assertThat(lines).containsExactly("☕");
	}

	@Test
	void replacesBytesThatAreNotText() {
		assertThat(this.cutter.add(new byte[] { (byte) 0xff, 'a', '\n' }, 3)).containsExactly("\ufffda");
	}

	@Test
	void endsAnIncompleteLineWhenAsked() {
		assertThat(add("no break")).isEmpty();
		assertThat(this.cutter.flush()).containsExactly("no break");
		assertThat(this.cutter.flush()).isEmpty();
	}

	@Test
	void keepsTheBeginningOfALineThatIsTooLong() {
		add("x".repeat(MAX_LINE_BYTES));
		assertThat(this.cutter.isExcessive()).isFalse();
		assertThat(add("y\nnext\n")).containsExactly("x".repeat(MAX_LINE_BYTES), "next");
		assertThat(this.cutter.isExcessive()).isTrue();
	}

	private List<String> add(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return this.cutter.add(bytes, bytes.length);
	}

}
