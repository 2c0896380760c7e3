package larkspur;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Says that every order was charged. */
public class ChargeHandler implements RequestStreamHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonNode event = JSON.readTree(in);
        JSON.writeValue(out, event.has("Records") ? null
                : JSON.createObjectNode()
                    .put("orderId", event.get("orderId").asText())
                    .put("status", "CHARGED")
                    .put("chargeId", "ch-1")
                    .put("amount", event.get("amount").asLong()));
    }

}
