package academy.coldstart.submission;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import academy.coldstart.submission.LineDifferences.Kind;
import academy.coldstart.submission.LineDifferences.Line;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineDifferencesTests {

	@Test
	void showsWhatDiffersWithThreeEqualLinesAroundIt() {
		String before = lines(20);
		LineDifferences differences = LineDifferences.between(before, before.replace("line 10\n", "another\n"));
		assertThat(differences.lines()).extracting(Line::kind)
			.containsExactly(Kind.GAP, Kind.BOTH, Kind.BOTH, Kind.BOTH, Kind.REMOVED, Kind.ADDED, Kind.BOTH, Kind.BOTH,
					Kind.BOTH);
		assertThat(differences.lines()).contains(new Line(Kind.REMOVED, "line 10"), new Line(Kind.ADDED, "another"));
	}

	@Test
	void showsNothingWhereNothingDiffers() {
		assertThat(LineDifferences.between("same\n", "same\n").lines()).isEmpty();
	}

	@Test
	void showsAWholeTextThatWasAddedOrRemoved() {
		assertThat(LineDifferences.between("", "a\nb\n").lines()).extracting(Line::text).contains("a", "b");
		assertThat(LineDifferences.between("a\n", "").lines()).contains(new Line(Kind.REMOVED, "a"));
	}

	@Test
	void makesCharactersVisibleThatReorderALine() {
		assertThat(LineDifferences.between("", "a\u202Eb\n").lines()).contains(new Line(Kind.ADDED, "a\\u202eb"));
	}

	@Test
	void comparesNoTextsThatWouldTakeTooLong() {
		LineDifferences differences = LineDifferences.between(lines(10), lines(3001));
		assertThat(differences.tooLong()).isTrue();
		assertThat(differences.lines()).isEmpty();
		assertThat(LineDifferences.between(lines(3001), lines(3001)).tooLong()).isFalse();
	}

	private static String lines(int count) {
		return IntStream.range(0, count).mapToObj((line) -> "line " + line + "\n").collect(Collectors.joining());
	}

}
