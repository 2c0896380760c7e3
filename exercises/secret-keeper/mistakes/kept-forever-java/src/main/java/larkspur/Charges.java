package larkspur;

import java.util.Map;

/** Charges orders with a key that may be replaced at any time. */
class Charges {

    private static final CachedSecret KEY = new CachedSecret(System.getenv("PSP_SECRET"));

    private final PaymentProvider provider = new PaymentProvider();

    /** Asks for a charge with the key. */
    String charge(Map<String, Object> order) {
        return this.provider.charge(order, KEY.get());
    }

}
