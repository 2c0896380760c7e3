package larkspur;

import java.util.Map;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Charges orders with a key that is read when the environment starts, and when it is refused. */
class Charges {

    private static final String PSP_SECRET = System.getenv("PSP_SECRET");

    private final SecretsManagerClient secrets = SecretsManagerClient.create();

    private final PaymentProvider provider = new PaymentProvider();

    private String key = readKey();

    /** Asks for a charge; the first order after a rotation fails, and the checkout sends it again. */
    String charge(Map<String, Object> order) {
        try {
            return this.provider.charge(order, this.key);
        }
        catch (PaymentProvider.ChargeFailed ex) {
            if (ex.isKeyRefused()) {
                this.key = readKey();
            }
            throw ex;
        }
    }

    private String readKey() {
        return this.secrets.getSecretValue(request -> request.secretId(PSP_SECRET)).secretString();
    }

}
