package larkspur;

import java.time.temporal.ChronoUnit;
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
import software.amazon.lambda.powertools.parameters.ssm.SSMProvider;

/** Prices orders. Clients live in a static holder, the rates in Powertools for AWS Lambda. */
public class PricingHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private static final String TABLE = System.getenv("TABLE");

    private static final String VAT_PARAMETER = System.getenv("VAT_PARAMETER");

    /** Made when it is used first, and then never again. */
    private static final class Clients {

        private static final DynamoDbClient DYNAMO_DB = DynamoDbClient.create();

        private static final SSMProvider PARAMETERS = SSMProvider.builder().withClient(SsmClient.create()).build();

    }

    /** Answers with the price of an order, in cents. */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> order, Context context) {
        String value = Clients.PARAMETERS.withMaxAge(15, ChronoUnit.MINUTES).get(VAT_PARAMETER);
        return price(order, Clients.DYNAMO_DB, rateTable(value));
    }

    private static Map<String, Object> price(Map<String, Object> order, DynamoDbClient dynamoDb,
            Map<String, Integer> rates) {
        List<Map<String, Object>> lines = new ArrayList<>();
        int net = 0;
        int vat = 0;
        for (Object line : (List<?>) order.get("lines")) {
            Map<String, Object> priced = priceLine((Map<?, ?>) line, dynamoDb, rates);
            lines.add(priced);
            net += (int) priced.get("net");
            vat += (int) priced.get("vat");
        }
        System.out.println("order " + order.get("orderId") + " costs " + (net + vat));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("orderId", order.get("orderId"));
        answer.put("lines", lines);
        answer.put("net", net);
        answer.put("vat", vat);
        answer.put("total", net + vat);
        return answer;
    }

    /** Looks up what a line costs, and adds the VAT of its class. */
    private static Map<String, Object> priceLine(Map<?, ?> line, DynamoDbClient dynamoDb,
            Map<String, Integer> rates) {
        String sku = (String) line.get("sku");
        int qty = ((Number) line.get("qty")).intValue();
        Map<String, AttributeValue> article = dynamoDb
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
