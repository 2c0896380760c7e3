package larkspur;

import java.time.Duration;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A secret that is read again when it is old, or known to be. */
class CachedSecret {

    private static final long MAX_AGE = Duration.ofSeconds(60).toNanos();

    private final SecretsManagerClient secrets = SecretsManagerClient.create();

    private final String secretId;

    private String value;

    private long readAt;

    CachedSecret(String secretId) {
        this.secretId = secretId;
    }

    String get() {
        if (this.value == null || System.nanoTime() - this.readAt >= 0) {
            this.value = this.secrets.getSecretValue(request -> request.secretId(this.secretId)).secretString();
            this.readAt = System.nanoTime();
        }
        return this.value;
    }

    void forget() {
        this.value = null;
    }

}
