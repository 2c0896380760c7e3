// Two deliveries of one order at the same time: first look and then write, or claim in one step.

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

public class Race {

    // region check-then-act
    static void chargeAfterLooking(Table table, String orderId, Consumer<String> charge) {
        if (table.get(orderId) == null) {       // both deliveries look ...
            charge.accept(orderId);             // ... so both charge ...
            table.put(orderId, "CHARGED");      // ... and both write it down
        }
    }
    // endregion

    // region claim
    static void chargeAfterClaiming(Table table, String orderId, Consumer<String> charge) {
        if (table.putIfAbsent(orderId, "IN_PROGRESS")) {  // only one of them succeeds
            charge.accept(orderId);
            table.put(orderId, "CHARGED");
        }
    }
    // endregion

    /** Keeps items like DynamoDB: each single operation is atomic, two in a row are not. */
    static class Table {

        private final Map<String, String> items = new ConcurrentHashMap<>();

        String get(String key) {
            return this.items.get(key);
        }

        void put(String key, String value) {
            this.items.put(key, value);
        }

        boolean putIfAbsent(String key, String value) {
            return this.items.putIfAbsent(key, value) == null;
        }

    }

    interface Worker {

        void deliver(Table table, String orderId, Consumer<String> charge);

    }

    /** Delivers one order twice at once; whoever charges waits for the other to have looked as well. */
    static int chargesOfTwoDeliveries(Worker worker) throws InterruptedException {
        AtomicInteger charged = new AtomicInteger();
        CyclicBarrier bothInside = new CyclicBarrier(2);
        Consumer<String> charge = orderId -> {
            try {
                bothInside.await(2, TimeUnit.SECONDS);
            }
            catch (Exception e) {
                // Nobody else is coming.
            }
            charged.incrementAndGet();
        };
        Table table = new Table();
        Thread first = Thread.ofVirtual().start(() -> worker.deliver(table, "o-17", charge));
        Thread second = Thread.ofVirtual().start(() -> worker.deliver(table, "o-17", charge));
        first.join();
        second.join();
        return charged.get();
    }

    public static void main(String[] arguments) throws InterruptedException {
        require(chargesOfTwoDeliveries(Race::chargeAfterLooking) == 2);
        require(chargesOfTwoDeliveries(Race::chargeAfterClaiming) == 1);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new AssertionError();
        }
    }

}
