package academy.coldstart.graders.secretkeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.authorization.Decision;
import academy.coldstart.authorization.StatementRef;
import academy.coldstart.grader.FunctionRole;
import academy.coldstart.grader.LearnerFailure;

/**
 * What the role of the function lets it do with secrets.
 *
 * @param till the checkout
 * @param role the role
 */
record RoleLimits(Till till, FunctionRole role) {

	private static final String READ = "secretsmanager:GetSecretValue";

	static RoleLimits of(Till till) {
		return new RoleLimits(till, till.function().role());
	}

	/**
	 * Demand that it can read the secret.
	 * @throws LearnerFailure when it cannot
	 */
	void requireAccess() {
		String arn = this.till.vault().arn();
		List<Decision> decisions = decisions(READ, arn).toList();
		// A condition may need what only a real request has, such as the id of a version.
		if (decisions.stream().noneMatch(Decision::isAllowed) && SecretCalls.values(this.till.run().trace().calls().service("secretsmanager")).isEmpty()) {
			throw LearnerFailure
				.because("The role %s may not read the secret: %s on %s is denied, %s.", this.role.name(), READ, arn,
						decisions.getFirst().because())
				.expected("a statement that allows %s on !Ref PspKey", READ)
				.observed("no access")
				.at(this.till.run().stack().place(this.role.name(), "Policies"));
		}
	}

	/**
	 * Demand that it can do nothing else with secrets.
	 * @throws LearnerFailure when it can
	 */
	void requireNarrow() {
		List<Probe> probes = probes();
		List<Hit> hits = new ArrayList<>();
		for (Probe probe : probes) {
			decisions(probe.action(), probe.resource()).filter(Decision::isAllowed)
				.findFirst()
				.ifPresent((decision) -> hits.add(new Hit(probe, decision)));
		}
		if (!hits.isEmpty()) {
			throw failure(hits, probes.size());
		}
	}

	/**
	 * Demand that nobody but Lambda may assume it.
	 * @throws LearnerFailure when somebody else may
	 */
	void requireTrust() {
		this.role.strangers().ifPresent((others) -> {
			throw LearnerFailure
				.because("The role %s may be assumed by others than Lambda (%s), and whoever assumes it reads the key.",
						this.role.name(), others)
				.expected("lambda.amazonaws.com as the only principal")
				.observed("%s", others)
				.at(this.till.run().stack().place(this.role.name(), "AssumeRolePolicyDocument"));
		});
	}

	// A request may name the stage of the version or not, and a condition may ask for it.
	private Stream<Decision> decisions(String action, String resource) {
		return Stream.of(Map.<String, List<String>>of(), Map.of("secretsmanager:VersionStage", List.of("AWSCURRENT")))
			.map((keys) -> this.role.probe(action, resource, keys));
	}

	private LearnerFailure failure(List<Hit> hits, int probes) {
		Hit first = hits.getFirst();
		String others = hits.stream().skip(1).map((hit) -> hit.probe().text()).distinct().collect(Collectors.joining("; "));
		return LearnerFailure
			.because("The role %s can %s: %s on %s is allowed by %s.%s", this.role.name(), first.probe().text(),
					first.probe().action(), first.probe().resource(), first.statements(),
					others.isEmpty() ? "" : " It can also: " + others + ".")
			.expected("all %d probes denied", probes)
			.observed("%d of them allowed", hits.size())
			.at(this.till.run().stack().place(this.role.name(), "Policies"));
	}

	private List<Probe> probes() {
		return Stream.of(others(), own(), itself()).flatMap((probes) -> probes).toList();
	}

	private Stream<Probe> others() {
		return this.till.vault()
			.neighbors()
			.stream()
			.flatMap((arn) -> Stream.of(new Probe("read the secret " + name(arn), READ, arn),
					new Probe("overwrite the secret " + name(arn), "secretsmanager:PutSecretValue", arn)));
	}

	private Stream<Probe> own() {
		String arn = this.till.vault().arn();
		return Stream.of(new Probe("overwrite the key", "secretsmanager:PutSecretValue", arn),
				new Probe("change the secret", "secretsmanager:UpdateSecret", arn),
				new Probe("delete the secret", "secretsmanager:DeleteSecret", arn),
				new Probe("open the secret to others", "secretsmanager:PutResourcePolicy", arn),
				new Probe("rotate the secret", "secretsmanager:RotateSecret", arn),
				new Probe("bring an old key back", "secretsmanager:UpdateSecretVersionStage", arn));
	}

	private Stream<Probe> itself() {
		String role = this.role.policies().arn();
		return Stream.of(new Probe("give itself more permissions", "iam:PutRolePolicy", role),
				new Probe("attach any policy to itself", "iam:AttachRolePolicy", role));
	}

	// Behind the name of a secret the ARN has a hyphen and six characters.
	private static String name(String arn) {
		return arn.substring(arn.lastIndexOf(':') + 1, arn.length() - 7);
	}

	/**
	 * Something that the function has no need to do.
	 *
	 * @param text what it is, as in "can …"
	 * @param action the action
	 * @param resource the resource
	 */
	private record Probe(String text, String action, String resource) {
	}

	private record Hit(Probe probe, Decision decision) {

		String statements() {
			return this.decision.statements().stream().map(StatementRef::toString).collect(Collectors.joining(" and "));
		}

	}

}
