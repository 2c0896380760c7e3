package academy.coldstart.bench;

import java.util.List;

import academy.coldstart.trace.Body;
import academy.coldstart.trace.Invocation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BareSequence}.
 */
class BareSequenceTests {

	@Test
	void repeatsTogetherWhatRanTogether() {
		List<List<Invocation>> groups = BareSequence
			.groups(List.of(invocation("a", 0, 10.0), invocation("b", 10, 40.0), invocation("c", 20, 25.0),
					invocation("d", 30, 35.0), invocation("e", 50, null), invocation("f", 60, 70.0)));
		assertThat(groups).extracting((group) -> group.stream().map(Invocation::requestId).toList())
			.containsExactly(List.of("a"), List.of("b", "c", "d"), List.of("e"), List.of("f"));
	}

	private static Invocation invocation(String id, double start, @Nullable Double end) {
		return new Invocation(id, "e1", "arn:aws:lambda:us-east-1:123456789012:function:exercise-F-1", false, start,
				end, null, null, null, null, null, null, Body.empty(), null);
	}

}
