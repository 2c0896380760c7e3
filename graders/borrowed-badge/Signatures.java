package academy.coldstart.graders.borrowedbadge;

import java.util.List;
import java.util.Objects;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Signer;

/**
 * Whose keys the calls of an invocation and of its environment were signed with.
 *
 * @param run the run
 * @param result the invocation
 */
record Signatures(Run run, Result result) {

	/**
	 * Demand that all were signed with the keys of the role, and with nothing else.
	 * @throws LearnerFailure when one was not
	 */
	void requireRole() {
		requireCalls();
		calls().list().stream().filter((call) -> call.signer() != Signer.ROLE).findFirst().ifPresent((call) -> {
			throw failure(call);
		});
		Calls assumed = calls().service("sts").operation("AssumeRole");
		if (!assumed.isEmpty()) {
			throw LearnerFailure
				.because("The function called AssumeRole. It has the keys of its role already, and needs no others.")
				.expected("no call of AssumeRole")
				.observed("%d", assumed.count())
				.evidence(assumed)
				.at(this.run.place(assumed));
		}
	}

	/**
	 * Demand that none was signed with keys from elsewhere.
	 * @throws LearnerFailure when one was
	 */
	void requireOwn() {
		requireCalls();
		calls().list()
			.stream()
			.filter((call) -> call.signer() != Signer.ROLE && call.signer() != Signer.ISSUED)
			.findFirst()
			.ifPresent((call) -> {
				throw failure(call);
			});
	}

	private Calls calls() {
		String environment = this.result.environment();
		return (environment != null) ? this.run.trace().calls().environment(environment).matching(Signatures::isAws)
				: this.result.calls().matching(Signatures::isAws);
	}

	private static boolean isAws(AwsCall call) {
		return call.signer() != null;
	}

	private void requireCalls() {
		if (calls().service("dynamodb").isEmpty()) {
			this.result.requireSuccess();
			throw LearnerFailure.because("The function made no call to DynamoDB, so nothing tells who signs its calls.")
				.expected("a call that reads the sum of the payout")
				.observed("%d calls", calls().count())
				.evidence(this.result);
		}
	}

	private LearnerFailure failure(AwsCall call) {
		Calls wrong = new Calls(List.of(call));
		Fault fault = Fault.of(Objects.requireNonNull(call.signer()));
		return LearnerFailure.because("%s of %s %s.", call.operation(), call.service(), fault.reason())
			.expected("the keys that Lambda put into this environment")
			.observed("%s", fault.observed())
			.evidence(wrong)
			.at(this.run.place(wrong));
	}

	/**
	 * What is wrong with a signature.
	 *
	 * @param reason the end of a sentence about the call
	 * @param observed what it was signed with
	 */
	private record Fault(String reason, String observed) {

		static Fault of(Signer signer) {
			return switch (signer) {
				case OTHER -> new Fault("was signed with a key that is not the role's in this environment", "another key");
				case ISSUED -> new Fault("was signed with keys that the function had issued to itself, and not with "
						+ "those it was given", "keys from STS or IAM");
				case WITHOUT_TOKEN -> new Fault("was signed with the key of the role, but without its session token. AWS "
						+ "refuses temporary keys without it", "no session token");
				case NOBODY -> new Fault("was not signed at all. AWS refuses such requests", "no signature");
				case ROLE -> throw new IllegalArgumentException("Nothing is wrong with the keys of the role");
			};
		}

	}

}
