package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import academy.coldstart.execution.CompanionService.Answer;
import academy.coldstart.fault.Effect;
import academy.coldstart.fault.Effect.Point;
import academy.coldstart.fault.FaultRules;
import academy.coldstart.fault.PassingCall;
import academy.coldstart.fault.Strike;
import academy.coldstart.trace.CallOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request to a companion service, from its arrival to its answer, with what the
 * grader's rules want done to it.
 */
final class CompanionRequest implements CompanionService.Caller {

	private static final Logger logger = LoggerFactory.getLogger(CompanionRequest.class);

	private static final int MAX_BODY_BYTES = 1024 * 1024;

	private final CompanionService service;

	private final CompanionListener.Caller caller;

	private final Exchange exchange;

	private final CompanionEntry entry;

	private final FaultRules rules;

	private Strike strike = Strike.NONE;

	CompanionRequest(CompanionService service, CompanionListener.Caller caller, Exchange exchange, CompanionEntry entry,
			FaultRules rules) {
		this.service = service;
		this.caller = caller;
		this.exchange = exchange;
		this.entry = entry;
		this.rules = rules;
	}

	void run() {
		try {
			Optional<byte[]> body = this.exchange.body(MAX_BODY_BYTES);
			if (body.isEmpty()) {
				reply(problem(413, "The body is larger than 1 MiB"), CallOutcome.FORWARDED);
				return;
			}
			String text = new String(body.get(), StandardCharsets.UTF_8);
			this.entry.request(text);
			meet(text);
		}
		catch (RuntimeException ex) {
			logger.error("A request to companion service {} could not be answered", this.service.name(), ex);
			lose(CallOutcome.BROKEN);
		}
	}

	private void meet(String body) {
		this.strike = this.rules.isEmpty() ? Strike.NONE
				: this.rules.strike(new PassingCall(environment(), this.entry.moment().phase(), null,
						this.service.name(), this.exchange.method(), this.exchange.path(), () -> body));
		this.entry.fault(this.strike.describe(null));
		if (!this.strike.hold(Point.BEFORE, this::isGone)) {
			lose(CallOutcome.FAULTED);
			return;
		}
		switch (this.strike.effect()) {
			case null -> pass(body);
			case Effect.Throttle throttle -> fail(429, "TooManyRequests", throttle.message());
			case Effect.ServerError error -> fail(error.status(), "ServerError", error.message());
			case Effect.Failure failure -> fail(failure.status(), failure.code(), failure.message());
			case Effect.Hang ignored -> hang();
			case Effect.Reset reset -> {
				settle(reset.point(), body);
				lose(CallOutcome.FAULTED);
			}
			case Effect.Kill kill -> {
				settle(kill.point(), body);
				this.entry.unanswered(CallOutcome.FAULTED);
				this.strike.kill();
				this.exchange.reset();
			}
			case Effect.Trickle ignored -> pass(body);
		}
	}

	private void pass(String body) {
		Answer answer = ask(body);
		if (!this.strike.hold(Point.AFTER, this::isGone)) {
			lose(CallOutcome.FAULTED);
		}
		else {
			reply(answer, CallOutcome.FORWARDED);
		}
	}

	// Let the service do what it is asked to, if the request is to be struck after that.
	private void settle(Point point, String body) {
		if (point == Point.AFTER) {
			ask(body);
			this.strike.hold(Point.AFTER, this::isGone);
		}
	}

	private Answer ask(String body) {
		Answer answer;
		try {
			answer = this.service.answer(new CompanionService.Request(this.exchange.method(),
					this.exchange.pathAndQuery(), this.exchange.headers(), body), this);
		}
		catch (RuntimeException ex) {
			logger.error("Companion service {} failed", this.service.name(), ex);
			answer = problem(500, "The companion service failed");
		}
		this.entry.fault(this.strike.describe(answer.status()));
		return answer;
	}

	private void fail(int status, String error, @Nullable String message) {
		String text = Objects.requireNonNullElse(message, "The service cannot answer at the moment.");
		byte[] body = Json.write(Map.of("error", error, "message", text));
		reply(new Answer(status, Map.of("Content-Type", "application/json"), new String(body, StandardCharsets.UTF_8)),
				CallOutcome.FAULTED);
	}

	private void hang() {
		this.entry.unanswered(CallOutcome.FAULTED);
		this.strike.hang(this::isGone);
		lose(CallOutcome.FAULTED);
	}

	private void reply(Answer answer, CallOutcome outcome) {
		if (this.caller.isGone()) {
			lose(CallOutcome.BROKEN);
			return;
		}
		this.entry.answered(answer, outcome);
		Map<String, String> headers = new LinkedHashMap<>(answer.headers());
		headers.keySet().removeIf((name) -> name.equalsIgnoreCase("content-length"));
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		if (this.strike.effect() instanceof Effect.Trickle trickle) {
			this.exchange.sendSlowly(answer.status(), headers, body, trickle.piece(),
					() -> this.strike.rest(Effect.Trickle.PERIOD));
		}
		else {
			this.exchange.send(answer.status(), headers, body);
		}
	}

	private void lose(CallOutcome outcome) {
		this.entry.unanswered(outcome);
		this.exchange.reset();
	}

	private boolean isGone() {
		return this.caller.isGone() || this.exchange.isGone();
	}

	private static Answer problem(int status, String text) {
		return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
	}

	@Override
	public String environment() {
		return this.caller.environment();
	}

	// A killed process must find its request recorded.
	@Override
	public void kill() {
		this.entry.unanswered(CallOutcome.BROKEN);
		this.caller.kill();
	}

}
