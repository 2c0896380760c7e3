package academy.coldstart.site;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.OpenStack.Answer;
import academy.coldstart.grading.OpenStack.Failed;
import academy.coldstart.grading.OpenStack.Returned;
import academy.coldstart.trace.Trace;
import academy.coldstart.trial.OwnEvent;
import academy.coldstart.trial.OwnEvents;
import academy.coldstart.trial.Tries;
import academy.coldstart.trial.TryOrder;
import academy.coldstart.trial.TryOutcome;
import academy.coldstart.trial.TryOutcome.Deployed;
import academy.coldstart.trial.TryPlace;
import org.mockito.Mockito;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

/**
 * Tries that answer at once. What an event says decides what comes of it.
 */
final class SampleTries {

	private static final Trace TRACE = SampleReports.trace(1, "000000000001", "o-10001");

	private final Set<TryPlace> open = ConcurrentHashMap.newKeySet();

	private final Map<UUID, OwnEvent> own = new ConcurrentHashMap<>();

	Tries asTries() {
		Tries tries = Mockito.mock(Tries.class);
		given(tries.attempt(any())).willAnswer((call) -> attempt(call.getArgument(0)));
		given(tries.isOpen(any())).willAnswer((call) -> this.open.contains(call.<TryPlace>getArgument(0)));
		given(tries.idle()).willReturn(Duration.ofMinutes(3));
		willAnswer((call) -> this.open.remove(call.<TryPlace>getArgument(0))).given(tries).startAfresh(any());
		return tries;
	}

	OwnEvents asOwnEvents() {
		OwnEvents events = Mockito.mock(OwnEvents.class);
		given(events.list(any())).willAnswer((call) -> List.copyOf(this.own.values()));
		given(events.save(any(), any(), any(), any())).willAnswer((call) -> {
			String name = call.getArgument(1);
			OwnEvent event = new OwnEvent(UUID.randomUUID(), name, call.getArgument(2), call.getArgument(3));
			this.own.put(event.id(), event);
			return event;
		});
		willAnswer((call) -> this.own.computeIfPresent(call.getArgument(1),
				(id, event) -> new OwnEvent(id, call.getArgument(2), event.function(), event.event())))
			.given(events)
			.rename(any(), any(), any());
		willAnswer((call) -> this.own.remove(call.<UUID>getArgument(1))).given(events).delete(any(), any());
		return events;
	}

	private TryOutcome attempt(TryOrder order) {
		if (order.event().contains("engine")) {
			return new TryOutcome.Faulted(
					new Problem("run", "engine-unreachable", "The engine did not answer.", null, null, null));
		}
		if (order.event().contains("template")) {
			return new TryOutcome.NotDeployed(new Problem("deploy", "invalid-template", "`Timeout` has to be a number.",
					"template.yaml", 3, null));
		}
		boolean isFirst = this.open.add(TryPlace.of(order.exercise(), order.language()));
		return new TryOutcome.Invoked("ChargeFunction", List.of("ChargeFunction"),
				isFirst ? Deployed.STACK : Deployed.NOTHING, answer(order, isFirst ? TRACE : TRACE.since(425)));
	}

	private static Answer answer(TryOrder order, Trace trace) {
		if (order.event().contains("hostile")) {
			String all = HostileTexts.joined();
			return new Failed(all, all, all, all, new CheckResult.Place("handler.py", 1),
					HostileReports.trace(HostileTexts.all()));
		}
		String request = trace.invocations().getFirst().requestId();
		if (order.event().contains("orderId")) {
			return new Returned(request, "{\"batchItemFailures\": [], \"code\": " + code(order).length() + "}", trace);
		}
		return new Failed(request, "{\"errorType\": \"KeyError\", \"errorMessage\": \"'orderId'\"}", "KeyError",
				"KeyError: 'orderId'", new CheckResult.Place("handler.py", 11), trace);
	}

	private static String code(TryOrder order) {
		return new String(order.files().contents().values().iterator().next(), StandardCharsets.UTF_8);
	}

}
