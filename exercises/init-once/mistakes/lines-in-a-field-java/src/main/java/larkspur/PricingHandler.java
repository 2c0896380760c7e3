package larkspur;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Prices orders. The first order of an environment loads the VAT rates, the others find them. */
public class PricingHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private static final String TABLE = System.getenv("TABLE");

    private static final String VAT_PARAMETER = System.getenv("VAT_PARAMETER");

    private final DynamoDbClient dynamoDb = DynamoDbClient.create();

    private final SsmClient ssm = SsmClient.create();

    private final List<Map<String, Object>> lines = new ArrayList<>();

    private Map<String, Integer> rates;

    /** Answers with the price of an order, in cents. */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> order, Context context) {
        return price(order, rates());
    }

    /** Returns the VAT rates; the field is set only after they were read. */
    private Map<String, Integer> rates() {
        if (this.rates == null) {
            String value = this.ssm.getParameter(request -> request.name(VAT_PARAMETER)).parameter().value();
            this.rates = rateTable(value);
        }
        return this.rates;
    }

    private Map<String, Object> price(Map<String, Object> order, Map<String, Integer> rates) {
        int net = 0;
        int vat = 0;
        for (Object line : (List<?>) order.get("lines")) {
            this.lines.add(priceLine((Map<?, ?>) line, rates));
        }
        for (Map<String, Object> priced : this.lines) {
            net += (int) priced.get("net");
            vat += (int) priced.get("vat");
        }
        System.out.println("order " + order.get("orderId") + " costs " + (net + vat));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("orderId", order.get("orderId"));
        answer.put("lines", this.lines);
        answer.put("net", net);
        answer.put("vat", vat);
        answer.put("total", net + vat);
        return answer;
    }

    /** Looks up what a line costs today, and adds the VAT of its class. */
    private Map<String, Object> priceLine(Map<?, ?> line, Map<String, Integer> rates) {
        String sku = (String) line.get("sku");
        int qty = ((Number) line.get("qty")).intValue();
        Map<String, AttributeValue> article = this.dynamoDb
            .getItem(request -> request.tableName(TABLE).key(Map.of("sku", AttributeValue.fromS(sku))))
            .item();
        int net = Integer.parseInt(article.get("net").n()) * qty;
        int vat = net * rates.get(article.get("vat").s()) / 100;
        return Map.of("sku", sku, "qty", qty, "net", net, "vat", vat);
    }

    /** Turns "standard=19,reduced=7" into percentages by VAT class. */
    private static Map<String, Integer> rateTable(String text) {
        Map<String, Integer> rates = new HashMap<>();
        for (String pair : text.split(",")) {
            String[] parts = pair.split("=");
            rates.put(parts[0], Integer.valueOf(parts[1]));
        }
        return rates;
    }

}
