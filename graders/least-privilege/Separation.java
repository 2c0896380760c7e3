package academy.coldstart.graders.leastprivilege;

import java.util.HashMap;
import java.util.Map;

import academy.coldstart.grader.LearnerFailure;

/**
 * That no two functions share a role, and that only Lambda may assume it.
 *
 * @param shop the functions
 */
record Separation(Shop shop) {

	void require() {
		Map<String, String> owners = new HashMap<>();
		for (String function : Shop.FUNCTIONS) {
			String role = this.shop.role(function).name();
			String other = owners.putIfAbsent(role, function);
			if (other != null) {
				throw LearnerFailure
					.because("%s and %s share the role %s: whoever takes over one of them has the permissions of both.",
							other, function, role)
					.expected("a role for each of %s", String.join(", ", Shop.FUNCTIONS))
					.observed("one role for %s and %s", other, function)
					.at(this.shop.run().stack().place(this.shop.function(function).name(), "Role"));
			}
		}
		owners.forEach((role, function) -> requireTrust(function, role));
	}

	private void requireTrust(String function, String role) {
		this.shop.role(function).strangers().ifPresent((others) -> {
			throw LearnerFailure.because("The role of %s may be assumed by %s, and not by Lambda alone.", function, others)
				.expected("lambda.amazonaws.com as the only principal")
				.observed("%s", others)
				.at(this.shop.run().stack().place(role, "AssumeRolePolicyDocument"));
		});
	}

}
