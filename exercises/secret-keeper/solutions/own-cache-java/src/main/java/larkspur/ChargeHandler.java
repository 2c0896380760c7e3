package larkspur;

import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Charges orders with a key from Secrets Manager, which is kept for a minute. */
public class ChargeHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Charges charges = new Charges();

    /** Charges an order. */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> order, Context context) {
        String chargeId = this.charges.charge(order);
        return Map.of("orderId", order.get("orderId"), "status", "CHARGED", "chargeId", chargeId, "amount",
                order.get("amount"));
    }

}
