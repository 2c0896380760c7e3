package larkspur;

import java.util.Map;

/** Charges orders with a key that may be replaced at any time. */
class Charges {

    private static final CachedSecret KEY = new CachedSecret(System.getenv("PSP_SECRET"));

    private final PaymentProvider provider = new PaymentProvider();

    /** Asks for a charge, with a new key if the one at hand is refused. */
    String charge(Map<String, Object> order) {
        try {
            return this.provider.charge(order, KEY.get());
        }
        catch (PaymentProvider.ChargeFailed ex) {
            KEY.forget();
        }
        return this.provider.charge(order, KEY.get());
    }

}
