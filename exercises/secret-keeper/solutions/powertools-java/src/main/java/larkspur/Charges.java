package larkspur;

import java.time.temporal.ChronoUnit;
import java.util.Map;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

/** Charges orders with a key that Powertools for AWS Lambda keeps for a minute. */
class Charges {

    private static final String PSP_SECRET = System.getenv("PSP_SECRET");

    private final SecretsManagerClient client = SecretsManagerClient.create();

    private final PaymentProvider provider = new PaymentProvider();

    private SecretsProvider secrets = SecretsProvider.builder().withClient(this.client).build();

    /** Asks for a charge, with a new key if the one at hand is refused. */
    String charge(Map<String, Object> order) {
        try {
            return this.provider.charge(order, key());
        }
        catch (PaymentProvider.ChargeFailed ex) {
            if (!ex.isKeyRefused()) {
                throw ex;
            }
        }
        // A new provider begins with an empty cache; the client is the same.
        this.secrets = SecretsProvider.builder().withClient(this.client).build();
        return this.provider.charge(order, key());
    }

    private String key() {
        return this.secrets.withMaxAge(60, ChronoUnit.SECONDS).get(PSP_SECRET);
    }

}
