// Shows which parts of a class belong to an execution environment and which to an invocation.

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

// region init
public class Lifecycle {

    // Runs in the Init phase: once for each execution environment.
    private final String environment = UUID.randomUUID().toString().substring(0, 8);

    private final Instant started = Instant.now();

    private int invocations;

    /** Runs in the Invoke phase: once for each invocation. */
    public Map<String, Object> handleRequest(Map<String, String> event) {
        this.invocations++;
        return Map.of("environment", this.environment, "invocation", this.invocations, "ageSeconds",
                Duration.between(this.started, Instant.now()).toMillis() / 1000.0, "orderId", event.get("orderId"));
    }
    // endregion

    public static void main(String[] arguments) {
        Lifecycle handler = new Lifecycle();
        Map<String, Object> first = handler.handleRequest(Map.of("orderId", "o-1"));
        Map<String, Object> second = handler.handleRequest(Map.of("orderId", "o-2"));
        require(first.get("environment").equals(second.get("environment")));
        require(first.get("invocation").equals(1) && second.get("invocation").equals(2));
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new AssertionError();
        }
    }

}
