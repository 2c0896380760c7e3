package larkspur;

import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Charges orders. LK-115: the key of the payment provider was in a screenshot of the console. */
public class ChargeHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private static final Map<String, String> CONFIG = Map.of("url", System.getenv("PSP_URL"), "key",
            System.getenv("PSP_KEY"));

    static {
        System.out.println("configuration: " + CONFIG);
    }

    private final PaymentProvider provider = new PaymentProvider();

    /** Charges an order. */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> order, Context context) {
        String chargeId = this.provider.charge(order, CONFIG.get("key"));
        return Map.of("orderId", order.get("orderId"), "status", "CHARGED", "chargeId", chargeId, "amount",
                order.get("amount"));
    }

}
