package academy.coldstart.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import academy.coldstart.command.CommandRun.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

class VerifyCommandTests {

	@TempDir
	private Path directory;

	private final World world = new World().solution("conditional-put", "# fine\n")
		.mistake("charge-before-claim", "# C1 failed: Order o-17 was charged 3 times\n", Set.of("C1"),
				"charged \\d times");

	@Test
	void holdsWhenEverythingIsAsItMustBe() throws IOException {
		assertThat(verify()).isZero();
		assertThat(this.world.out()).contains("charge-once: Paid twice")
			.contains("starter python")
			.contains("generic does-nothing python")
			.contains("generic always-fails python")
			.contains("solution conditional-put")
			.contains("mistake charge-before-claim")
			.contains("5 of 5 proofs hold");
		assertThat(Files.readString(this.directory.resolve("TEST-charge-once.xml"))).contains("tests=\"5\"")
			.contains("failures=\"0\"")
			.contains("errors=\"0\"");
	}

	@Test
	void breaksWhenTheStarterPasses() {
		this.world.starter = "# fine\n";
		assertThat(verify()).isEqualTo(1);
		assertThat(this.world.out()).contains("it must not pass, but has 100 points")
			.contains("it must miss at least one gate");
	}

	@Test
	void breaksWhenTheStarterHasEveryGate() {
		this.world.starter = "# C2 failed: Something else\n";
		assertThat(verify()).isEqualTo(1);
		assertThat(this.world.out()).contains("it must miss at least one gate").doesNotContain("it must not pass");
	}

	@Test
	void breaksWhenTheStarterPassesWhatAReviewLooksAt() {
		this.world.starter = "# C1 blocked: It did not start\n# C2 failed: Something else\n";
		assertThat(verify()).isEqualTo(1);
		assertThat(this.world.out()).contains("it must fail C1, which a review looks at").doesNotContain("C2, which");
	}

	@Test
	void breaksWhenASolutionMissesSomething() {
		this.world.solution("half", "# C2 failed: The second answer was empty\n");
		assertThat(verify()).isEqualTo(1);
		assertThat(this.world.out()).contains("C2 must pass, but failed: The second answer was empty")
			.contains("it must reach 100 points, but has 60");
	}

	@Test
	void breaksWhenAMistakeIsNotSeen() {
		this.world.mistake("unseen", "# fine\n", Set.of("C1"), "charged");
		assertThat(verify()).isEqualTo(1);
		assertThat(this.world.out()).contains("C1 must fail, but passed").contains("no message contains /charged/");
	}

	@Test
	void breaksWhenAMistakeFailsAnotherCheckToo() {
		this.world.mistake("wide", "# C1 failed: charged\n# C2 failed: no answer\n", Set.of("C1"), "charged");
		assertThat(verify()).isEqualTo(1);
		assertThat(this.world.out()).contains("C2 must not fail, but failed: no answer");
	}

	@Test
	void acceptsThatAnotherCheckIsBlocked() {
		this.world.mistake("early", "# C1 failed: charged\n# C2 blocked: C1 failed\n", Set.of("C1"), "charged");
		assertThat(verify()).isZero();
		assertThat(this.world.out()).contains("0, misses C1 (C2)");
	}

	@Test
	void breaksWhenAMistakeIsExplainedInOtherWords() {
		this.world.mistake("words", "# C1 failed: Something went wrong\n", Set.of("C1"), "charged \\d times");
		assertThat(verify()).isEqualTo(1);
		assertThat(this.world.out()).contains("no message contains /charged \\d times/: C1 says Something went wrong");
	}

	@Test
	void breaksWhenACheckIsNamedThatDoesNotExist() {
		this.world.mistake("typo", "# C1 failed: charged\n", Set.of("C1", "C9"), "charged");
		assertThat(verify()).isEqualTo(1);
		assertThat(this.world.out()).contains("C9 must fail, but is no check of the exercise");
	}

	@Test
	void tellsFaultsOfThePlatformFromBrokenProofs() throws Exception {
		this.world.solution("unlucky", "# fault: The engine crashed.\n")
			.mistake("shaky", "# C1 failed: charged\n# C2 errored: Timed out\n", Set.of("C1"), "charged");
		assertThat(verify()).isEqualTo(3);
		assertThat(this.world.out()).contains("The engine crashed. (seeds ").contains("5 of 7 proofs hold");
		Element suite = DocumentBuilderFactory.newDefaultInstance()
			.newDocumentBuilder()
			.parse(this.directory.resolve("TEST-charge-once.xml").toFile())
			.getDocumentElement();
		assertThat(suite.getAttribute("errors")).isEqualTo("2");
		assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(2);
	}

	@Test
	void repeatsEveryProof() {
		assertThat(this.world.run("verify", "charge-once", "--repeat", "3", "--reports", this.directory.toString()))
			.isZero();
		assertThat(this.world.grading.tasks).hasSize(15).doesNotHaveDuplicates();
	}

	@Test
	void tellsChecksWhoseVerdictDependsOnChance() {
		this.world.mistake("race", "# fine\n# 1: C1 failed: charged\n# 3: C1 failed: charged\n", Set.of("C1"),
				"charged");
		assertThat(this.world.run("verify", "charge-once", "--repeat", "3", "--reports", this.directory.toString()))
			.isEqualTo(1);
		assertThat(this.world.out()).contains("flips C1 (passed in 1 of 3 runs)")
			.containsOnlyOnce("flips")
			.contains("C1 must fail, but passed (seeds ");
	}

	@Test
	void gradesSeveralAtATimeAndTellsThemInOrder() {
		assertThat(this.world.run("verify", "charge-once", "--jobs", "3", "--repeat", "2", "--reports",
				this.directory.toString()))
			.isZero();
		assertThat(this.world.grading.tasks).hasSize(10).doesNotHaveDuplicates();
		assertThat(this.world.out()).containsSubsequence("starter python", "generic does-nothing python",
				"generic always-fails python", "solution conditional-put", "mistake charge-before-claim",
				"5 of 5 proofs hold");
	}

	@Test
	void provesOneLanguageOnly() {
		assertThat(
				this.world.run("verify", "charge-once", "--language", "python", "--reports", this.directory.toString()))
			.isZero();
		assertThat(this.world.out()).contains("5 of 5 proofs hold");
	}

	@Test
	void provesNamedProgramsOnly() {
		assertThat(this.world.run("verify", "charge-once", "--program", "conditional-put", "--program",
				"charge-before-claim", "--reports", this.directory.toString()))
			.isZero();
		assertThat(this.world.out()).contains("solution conditional-put")
			.contains("mistake charge-before-claim")
			.contains("2 of 2 proofs hold");
	}

	@Test
	void suggestsProgramsForAnUnknownName() {
		assertThat(this.world.run("verify", "charge-once", "--program", "conditional-putt")).isEqualTo(2);
		assertThat(this.world.err()).contains("The exercise charge-once has no program named conditional-putt.")
			.contains("Did you mean conditional-put?");
	}

	@Test
	void refusesALanguageInWhichThereIsNothingToProve() {
		assertThat(this.world.run("verify", "charge-once", "--language", "java")).isEqualTo(2);
		assertThat(this.world.err()).contains("The exercise charge-once has no language java.");
	}

	@Test
	void suggestsExercisesForAnUnknownName() {
		assertThat(this.world.run("verify", "charge-twice")).isEqualTo(2);
		assertThat(this.world.err()).contains("Did you mean charge-once?");
	}

	private int verify() {
		return this.world.run("verify", "charge-once", "--reports", this.directory.toString());
	}

}
