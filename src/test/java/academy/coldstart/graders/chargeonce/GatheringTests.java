package academy.coldstart.graders.chargeonce;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatheringTests {

	private static final Duration LONG = Duration.ofMinutes(5);

	@Test
	void letsRequestsGoOnceEnoughAreThere() {
		Gathering gathering = new Gathering(2, 5, LONG);
		List<CompletableFuture<Void>> requests = List.of(arrive(gathering), arrive(gathering));
		assertThat(CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new))).succeedsWithin(30,
				TimeUnit.SECONDS);
	}

	@Test
	void letsARequestGoOnceAllOtherDeliveriesHaveEnded() {
		Gathering gathering = new Gathering(2, 3, LONG);
		CompletableFuture<Void> request = arrive(gathering);
		gathering.end();
		gathering.end();
		assertThat(request).succeedsWithin(30, TimeUnit.SECONDS);
	}

	@Test
	void waitsNoLongerThanItsPatience() {
		assertThat(arrive(new Gathering(2, 5, Duration.ofMillis(20)))).succeedsWithin(30, TimeUnit.SECONDS);
	}

	private static CompletableFuture<Void> arrive(Gathering gathering) {
		return CompletableFuture.runAsync(gathering::arrive, (task) -> Thread.ofPlatform().daemon().start(task));
	}

}
