package academy.coldstart.fault;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.InjectedFault;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.TraceRecorder;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FaultRulesTests {

	private static final Effect THROTTLE = new Effect.Throttle(null);

	private final TraceRecorder recorder = new TraceRecorder(1, new AccountId("111122223333"), Clock.systemUTC());

	private final List<String> killed = new ArrayList<>();

	private final FaultRules rules = new FaultRules(this.recorder, this.killed::add);

	@Test
	void strikesNothingWithoutRules() {
		assertThat(this.rules.isEmpty()).isTrue();
		assertThat(strike("e1", "a")).isNull();
	}

	@Test
	void countsRequestsOneByOne() {
		SetRule rule = set(new Quota(1, 2, 0), THROTTLE);

		assertThat(strike("e1", "a")).isNull();
		assertThat(strike("e1", "a")).isEqualTo(THROTTLE);
		assertThat(strike("e1", "b")).isEqualTo(THROTTLE);
		assertThat(strike("e1", "c")).isNull();
		assertThat(rule.strikes()).isEqualTo(2);
		assertThat(rule.seen()).isEqualTo(4);
	}

	@Test
	void strikesEveryAttemptOfALogicalCallBeyondRetries() {
		SetRule rule = set(new Quota(0, 1, Quota.ALL), THROTTLE);

		for (int attempt = 1; attempt <= 5; attempt++) {
			assertThat(strike("e1", "a")).as("attempt %s", attempt).isEqualTo(THROTTLE);
		}
		assertThat(strike("e1", "b")).isNull();
		assertThat(strike("e1", "a")).isEqualTo(THROTTLE);
		assertThat(rule.seen()).isEqualTo(2);
		assertThat(rule.strikes()).isEqualTo(6);
	}

	@Test
	void letsRetriesThroughWhenFirstAttemptsCount() {
		set(new Quota(1, 1, 2), THROTTLE);

		assertThat(strike("e1", "a")).isNull();
		assertThat(strike("e1", "b")).isEqualTo(THROTTLE);
		assertThat(strike("e1", "b")).isEqualTo(THROTTLE);
		assertThat(strike("e1", "b")).isNull();
		assertThat(strike("e1", "c")).isNull();
	}

	@Test
	void tellsEqualIdsOfTwoEnvironmentsApart() {
		set(new Quota(0, 1, Quota.ALL), THROTTLE);

		assertThat(strike("e1", "a")).isEqualTo(THROTTLE);
		assertThat(strike("e2", "a")).isNull();
	}

	@Test
	void takesRequestsWithoutIdForCallsOfTheirOwn() {
		set(new Quota(0, 1, Quota.ALL), THROTTLE);

		assertThat(strike("e1", null)).isEqualTo(THROTTLE);
		assertThat(strike("e1", null)).isNull();
	}

	@Test
	void leavesOtherCallsAloneAndUncounted() {
		SetRule rule = set(new FaultRule("GetItem", (call) -> call.body().get().contains("o-17"), new Quota(0, 1, 0),
				THROTTLE, null));

		assertThat(this.rules.strike(call("e1", "a", "{\"id\":\"o-16\"}")).effect()).isNull();
		assertThat(this.rules.strike(call("e1", "b", "{\"id\":\"o-17\"}")).effect()).isEqualTo(THROTTLE);
		assertThat(rule.seen()).isEqualTo(1);
	}

	@Test
	void addsDelaysUpAndLetsOneRuleDecide() {
		Effect failure = new Effect.Failure(400, "ValidationException", "no");
		set(new Quota(0, 2, 0), new Effect.Delay(Duration.ofMillis(1), Effect.Point.BEFORE));
		set(new Quota(0, 1, 0), THROTTLE);
		SetRule second = set(new Quota(0, 1, 0), failure);

		Strike first = this.rules.strike(call("e1", "a", ""));
		assertThat(first.effect()).isEqualTo(THROTTLE);
		assertThat(fault(first).text()).isEqualTo("delayed by 1 ms, throttled");
		assertThat(second.strikes()).isZero();
		Strike next = this.rules.strike(call("e1", "b", ""));
		assertThat(next.effect()).isEqualTo(failure);
		assertThat(fault(next).rule()).isEqualTo(second.id());
		assertThat(this.rules.strike(call("e1", "c", "")).describe(null)).isNull();
	}

	@Test
	void strikesExactlyAsOftenAsAskedHoweverManyCallAtOnce() throws Exception {
		SetRule rule = set(new Quota(5, 7, Quota.ALL), THROTTLE);
		AtomicInteger struck = new AtomicInteger();
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			List<Future<?>> calls = new ArrayList<>();
			for (int call = 0; call < 400; call++) {
				String id = "call-" + (call / 2);
				calls.add(threads.submit(() -> {
					if (strike("e1", id) != null) {
						struck.incrementAndGet();
					}
				}));
			}
			for (Future<?> call : calls) {
				call.get();
			}
		}

		assertThat(rule.seen()).isEqualTo(200);
		assertThat(struck.get()).isEqualTo(14).isEqualTo(rule.strikes());
	}

	@Test
	void endsRulesWithTheirCheckOnly() {
		this.rules.set(rule(Quota.EVERY_REQUEST, THROTTLE), "C1");
		this.rules.endOf("C2");
		assertThat(strike("e1", "a")).isEqualTo(THROTTLE);

		this.rules.endOf("C1");

		assertThat(strike("e1", "a")).isNull();
		assertThat(this.rules.isEmpty()).isTrue();
	}

	@Test
	void endsRuleAfterItsTime() {
		this.rules.set(new FaultRule("GetItem", (call) -> true, Quota.EVERY_REQUEST, THROTTLE, Duration.ofMillis(50)),
				null);

		Awaitility.await().until(() -> strike("e1", "a") == null);
	}

	@Test
	void writesEachRuleDownAsOneActionWithItsStrikes() {
		SetRule rule = this.rules.set(rule(new Quota(0, 3, 0), THROTTLE), "C4");
		assertThat(actions()).extracting(GraderAction::text).containsExactly("stood ready to throttle GetItem");
		strike("e1", "a");
		assertThat(actions()).extracting(GraderAction::text).containsExactly("throttled GetItem once");
		strike("e1", "a");
		strike("e1", "a");
		this.rules.end(rule);

		assertThat(actions()).singleElement().satisfies((action) -> {
			assertThat(action.id()).isEqualTo(rule.id());
			assertThat(action.check()).isEqualTo("C4");
			assertThat(action.text()).isEqualTo("throttled GetItem 3 times");
			assertThat(action.endMs()).isGreaterThanOrEqualTo(action.startMs());
		});
	}

	@Test
	void letsHeldCallsGoWhenTheRuleEnds() {
		SetRule rule = set(Quota.EVERY_REQUEST, new Effect.Delay(Duration.ofMinutes(10), Effect.Point.BEFORE));
		Strike strike = this.rules.strike(call("e1", "a", ""));
		CompletableFuture<Boolean> passes = CompletableFuture
			.supplyAsync(() -> strike.hold(Effect.Point.BEFORE, () -> false));

		this.rules.end(rule);

		assertThat(passes.join()).isTrue();
	}

	@Test
	void noticesThatNobodyWaitsForADelayedCall() {
		set(Quota.EVERY_REQUEST, new Effect.Delay(Duration.ofMinutes(10), Effect.Point.AFTER));

		Strike strike = this.rules.strike(call("e1", "a", ""));

		assertThat(strike.hold(Effect.Point.BEFORE, () -> false)).isTrue();
		assertThat(strike.holdsReply()).isTrue();
		assertThat(strike.hold(Effect.Point.AFTER, () -> true)).isFalse();
	}

	@Test
	void waitsForStrikes() throws Exception {
		SetRule rule = set(Quota.EVERY_REQUEST, THROTTLE);
		assertThat(rule.awaitStrikes(1, Duration.ofMillis(10))).isFalse();
		CompletableFuture<Void> calls = CompletableFuture.runAsync(() -> strike("e1", "a"));

		assertThat(rule.awaitStrikes(1, Duration.ofSeconds(20))).isTrue();
		calls.join();
	}

	@Test
	void refusesRulesThatMeanNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Quota(0, 0, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new Effect.ServerError(404, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new Effect.Failure(200, "Fine", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> new Effect.Delay(Duration.ZERO, Effect.Point.BEFORE));
	}

	private Effect.@Nullable Decisive strike(String environment, @Nullable String id) {
		return this.rules.strike(call(environment, id, "")).effect();
	}

	private static PassingCall call(String environment, @Nullable String id, String body) {
		return new PassingCall(environment, Phase.INVOKE, id, "dynamodb", "GetItem", "orders", () -> body);
	}

	private SetRule set(Quota quota, Effect effect) {
		return set(rule(quota, effect));
	}

	private SetRule set(FaultRule rule) {
		return this.rules.set(rule, null);
	}

	private static FaultRule rule(Quota quota, Effect effect) {
		Predicate<PassingCall> all = (call) -> true;
		return new FaultRule("GetItem", all, quota, effect, null);
	}

	private static InjectedFault fault(Strike strike) {
		return Objects.requireNonNull(strike.describe(null));
	}

	private List<GraderAction> actions() {
		return this.recorder.snapshot().actions();
	}

}
