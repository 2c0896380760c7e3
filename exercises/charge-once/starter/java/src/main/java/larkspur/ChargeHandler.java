package larkspur;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;

/** Takes orders from the queue, or a single one from the checkout. */
public class ChargeHandler implements RequestStreamHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Charges charges = new Charges();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonNode event = JSON.readTree(in);
        JsonNode answer = NullNode.getInstance();
        if (event.has("Records")) {
            for (JsonNode record : event.get("Records")) {
                JsonNode order = JSON.readTree(record.get("body").asText());
                this.charges.charge(order);
            }
        }
        else {
            answer = this.charges.charge(event);
        }
        JSON.writeValue(out, answer);
    }

}
