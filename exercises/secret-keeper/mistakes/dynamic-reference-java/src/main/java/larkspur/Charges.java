package larkspur;

import java.util.Map;

/** Charges orders with a key that the template takes from the secret. */
class Charges {

    private static final String KEY = System.getenv("PSP_KEY");

    private final PaymentProvider provider = new PaymentProvider();

    /** Asks for a charge with the key. */
    String charge(Map<String, Object> order) {
        return this.provider.charge(order, KEY);
    }

}
