package academy.coldstart.graders.secretkeeper;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import academy.coldstart.grader.Check;
import academy.coldstart.grader.Furnish;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Prepare;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.Setup;
import org.junit.jupiter.api.Timeout;

/**
 * Has orders charged with a key that is rotated meanwhile, and looks for that key
 * everywhere but in its secret.
 */
class SecretKeeperGrader {

	@Prepare
	static void prepare(Setup setup) {
		PaymentProvider provider = new PaymentProvider(new Random(setup.random().nextLong()));
		setup.parameter(Configuration.PARAMETER, provider.keys().getLast());
		setup.companion(provider);
	}

	@Furnish
	static void furnish(Run run) {
		PaymentProvider provider = run.companion(PaymentProvider.class);
		provider.trouble("o-10003", 402);
		Vault.open(run, provider);
	}

	@Check("C1")
	@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void theKeyIsReadableNowhere(Run run) {
		Till till = Till.of(run);
		till.function().renewEnvironments();
		till.sell("").requireCharged();
		Trouble.play(till);
		run.during("C3", () -> Rotation.of(till));
		List<Sighting> sightings = Everywhere.look(till);
		if (!sightings.isEmpty()) {
			throw failure(sightings);
		}
	}

	@Check("C2")
	@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void theSecretIsReadRarely(Run run) {
		ThirtyOrders.through(Till.of(run)).requireFewReads();
	}

	@Check("C3")
	@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void rotationIsSurvived(Run run) {
		Rotation.of(Till.of(run)).requireSurvived();
	}

	@Check("C4")
	@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void theRoleReadsThisSecretOnly(Run run) {
		RoleLimits limits = RoleLimits.of(Till.of(run));
		limits.requireAccess();
		limits.requireNarrow();
		limits.requireTrust();
	}

	private static LearnerFailure failure(List<Sighting> sightings) {
		Sighting first = sightings.getFirst();
		String others = sightings.stream()
			.skip(1)
			.map(Sighting::where)
			.distinct()
			.limit(4)
			.collect(Collectors.joining("; "));
		return LearnerFailure
			.because("The key of the payment provider is readable in %s: %s.%s", first.where(),
					first.who(), others.isEmpty() ? "" : " Also in: " + others + ".")
			.expected("the key in the secret, and in requests to the payment provider")
			.observed("it is readable in %s elsewhere", (sightings.size() == 1) ? "one place" : sightings.size() + " places")
			.evidence(sightings.stream().flatMap((sighting) -> sighting.evidence().stream()).toList())
			.at(first.place());
	}

}
