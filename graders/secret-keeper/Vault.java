package academy.coldstart.graders.secretkeeper;

import java.util.List;
import java.util.stream.Stream;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.StackResource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The secret with the key, and other secrets of the same account.
 *
 * @param run the run
 * @param provider who hands out keys
 * @param arn the ARN of the secret
 */
record Vault(Run run, PaymentProvider provider, String arn) {

	private static final String SECRET = "PspKey";

	private static final String TYPE = "AWS::SecretsManager::Secret";

	/**
	 * Find the secret, and see to it that the key is in it, however its template makes
	 * it.
	 * @param run the run
	 * @param provider who hands out keys
	 * @return the vault
	 * @throws LearnerFailure when the template has no such secret
	 */
	static Vault open(Run run, PaymentProvider provider) {
		StackResource secret = run.stack().resource(SECRET);
		if (!secret.type().equals(TYPE)) {
			throw LearnerFailure
				.because("The resource %s is of the type %s, and the key of the payment provider is rotated in Secrets "
						+ "Manager.", SECRET, secret.type())
				.expected("%s: %s", SECRET, TYPE)
				.observed("%s", secret.type())
				.at(run.stack().place(secret.physicalId(), ""));
		}
		Vault vault = new Vault(run, provider, secret.physicalId());
		String key = provider.keys().getLast();
		if (!vault.holds(key)) {
			run.act("put the key of the payment provider into the secret " + SECRET, () -> vault.put(key));
		}
		return vault;
	}

	/** Rotate the key: the new one is in the secret before the old one is refused. */
	void rotate() {
		this.run.act("rotated the key: a new one is in the secret " + SECRET
				+ ", and the payment provider refuses the old one from now on", () -> {
					String key = this.provider.makeKey();
					put(key);
					this.provider.accept(key);
					return key;
				});
	}

	/**
	 * Return the name of the secret.
	 * @return the name, without the six characters that the ARN ends with
	 */
	String name() {
		return client().describeSecret((request) -> request.secretId(this.arn)).name();
	}

	/**
	 * Create secrets that belong to others, with names that begin as this one's does.
	 * @return their ARNs
	 */
	List<String> neighbors() {
		String name = name();
		int slash = name.lastIndexOf('/');
		String folder = (slash < 0) ? "" : name.substring(0, slash + 1);
		return Stream.of(name + "-refunds", folder + "mail-service", "bank/account").map(this::neighbor).toList();
	}

	private String neighbor(String name) {
		try {
			return client().createSecret((request) -> request.name(name).secretString("not for this function")).arn();
		}
		catch (ResourceExistsException ex) {
			return client().describeSecret((request) -> request.secretId(name)).arn();
		}
	}

	private boolean holds(String key) {
		try {
			return key.equals(client().getSecretValue((request) -> request.secretId(this.arn)).secretString());
		}
		catch (ResourceNotFoundException ex) {
			return false;
		}
	}

	private Object put(String key) {
		return client().putSecretValue((request) -> request.secretId(this.arn).secretString(key));
	}

	private SecretsManagerClient client() {
		return this.run.aws().secretsManager();
	}

}
