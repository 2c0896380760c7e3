package academy.coldstart.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import academy.coldstart.authorization.ApiCall;
import academy.coldstart.authorization.AuthorizationRequest;
import academy.coldstart.authorization.CallPermissions;
import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.Evaluator;
import academy.coldstart.authorization.GrantedPolicies;
import academy.coldstart.authorization.Need;
import academy.coldstart.authorization.PolicyDocument;
import academy.coldstart.authorization.PolicyKind;
import academy.coldstart.authorization.RequestContext;
import academy.coldstart.authorization.ResourceFacts;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Measures how long the policies of a role take to decide a call: what it needs, and
 * whether one of twenty statements allows that.
 */
@Component
@Order(3)
class DecisionBenchmark implements Benchmark {

	private static final int STATEMENTS = 20;

	private static final int WARM_UP = 20_000;

	private static final int CALLS_A_ROUND = 2000;

	private final CallPermissions permissions = CallPermissions.load();

	@Override
	public String name() {
		return "decision";
	}

	@Override
	public void measure(BenchPlan plan, Consumer<Figure> figures) {
		plan.progress().accept("decisions on a call by the policies of a role");
		GrantedPolicies policies = new GrantedPolicies(List.of(policy()), null);
		for (int i = 0; i < WARM_UP; i++) {
			micros(policies);
		}
		List<Double> values = new ArrayList<>();
		for (int i = 0; i < plan.rounds() * CALLS_A_ROUND; i++) {
			values.add(micros(policies));
		}
		Sample sample = new Sample(values);
		double high = sample.percentile(99);
		figures.accept(Figure.of("decision by 20 statements", sample.text("µs")));
		figures
			.accept(Figure.atMost("decision, p50", sample.median(), Sample.number(sample.median()) + " µs", 100, "µs"));
		figures.accept(Figure.atMost("decision, p99", high, Sample.number(high) + " µs", 500, "µs"));
	}

	private double micros(GrantedPolicies policies) {
		long begin = System.nanoTime();
		ApiCall call = new ApiCall("dynamodb", "PutItem", new ApiCall.Scope("us-east-1", "111122223333"), "POST", "/",
				JsonMapper.shared().readTree("{\"TableName\": \"orders-19\", \"Item\": {\"pk\": {\"S\": \"o-1\"}}}"));
		Caller caller = Caller.of("arn:aws:sts::111122223333:assumed-role/Charge/charge");
		for (Need need : this.permissions.needs(call, ResourceFacts.NONE)) {
			AuthorizationRequest request = new AuthorizationRequest(caller, need.permission().action(),
					need.permission().resource(), RequestContext.of(need.keys()));
			if (!Evaluator.decide(request, policies).isAllowed()) {
				throw new IllegalStateException("The last statement allows " + need + ", but it is denied");
			}
		}
		return (System.nanoTime() - begin) / 1e3;
	}

	private static PolicyDocument policy() {
		StringBuilder statements = new StringBuilder();
		for (int i = 0; i < STATEMENTS; i++) {
			statements.append((i > 0) ? ", " : "")
				.append(("{\"Effect\": \"Allow\", \"Action\": [\"dynamodb:Get*\", \"dynamodb:PutItem\"], "
						+ "\"Resource\": \"arn:aws:dynamodb:*:*:table/orders-%d\"}")
					.formatted(i));
		}
		return PolicyDocument.parse("bench", PolicyKind.IDENTITY,
				"{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}");
	}

}
