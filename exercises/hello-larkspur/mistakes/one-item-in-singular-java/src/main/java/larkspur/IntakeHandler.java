package larkspur;

import java.util.List;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Confirms orders of Larkspur Market. */
public class IntakeHandler implements RequestHandler<IntakeHandler.Order, Map<String, String>> {

    /** Confirm one order. */
    @Override
    public Map<String, String> handleRequest(Order order, Context context) {
        int items = order.lines.stream().mapToInt(line -> line.qty).sum();
        System.out.printf("order %s correlation %s: %d items%n", order.orderId, order.correlationId, items);
        String word = (items == 1) ? "item" : "items";
        return Map.of("orderId", order.orderId, "message", "Order %s received: %d %s".formatted(order.orderId, items, word));
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
