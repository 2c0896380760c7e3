package academy.coldstart.fault;

import java.time.Duration;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Which calls meet a fault, and what is done to them.
 *
 * @param calls the calls, for people: {@code GetParameter}
 * @param condition tells whether a call is one of them
 * @param quota how many of them meet the fault
 * @param effect what is done to them
 * @param lifetime after which time the rule ends by itself, or null
 */
public record FaultRule(String calls, Predicate<PassingCall> condition, Quota quota, Effect effect,
		@Nullable Duration lifetime) {
}
