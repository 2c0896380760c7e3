package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import academy.coldstart.authorization.Condition.Quantifier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Laws that hold for all policies and requests. The alphabet is small, so that policies
 * and requests meet often.
 */
class EvaluationLawsTests {

	private static final List<String> ACTIONS = List.of("sqs:SendMessage", "sqs:ReceiveMessage", "s3:GetObject");

	private static final List<String> RESOURCES = List.of("arn:aws:sqs:us-east-1:1:a", "arn:aws:sqs:us-east-1:1:ab",
			"arn:aws:s3:::a/b", "arn:aws:s3:::a");

	@Property
	void anAddedDenyNeverAllows(@ForAll("policies") List<Statement> statements, @ForAll("statements") Statement added,
			@ForAll("requests") AuthorizationRequest request) {
		Statement deny = with(added, Effect.DENY);
		if (allows(append(statements, deny), request)) {
			assertThat(allows(statements, request)).isTrue();
		}
	}

	@Property
	void anAddedAllowNeverDenies(@ForAll("policies") List<Statement> statements, @ForAll("statements") Statement added,
			@ForAll("requests") AuthorizationRequest request) {
		if (allows(statements, request)) {
			assertThat(allows(append(statements, with(added, Effect.ALLOW)), request)).isTrue();
		}
	}

	@Property
	void theOrderOfStatementsIsIrrelevant(@ForAll("policies") List<Statement> statements, @ForAll Random random,
			@ForAll("requests") AuthorizationRequest request) {
		List<Statement> shuffled = new ArrayList<>(statements);
		Collections.shuffle(shuffled, random);
		assertThat(allows(shuffled, request)).isEqualTo(allows(statements, request));
	}

	@Property
	void itIsIrrelevantInWhichPolicyAStatementStands(@ForAll("policies") List<Statement> statements,
			@ForAll("requests") AuthorizationRequest request) {
		List<PolicyDocument> apart = statements.stream().map((one) -> policy(List.of(one))).toList();
		assertThat(Evaluator.decide(request, new GrantedPolicies(apart, null)).isAllowed())
			.isEqualTo(allows(statements, request));
	}

	@Property
	void aNarrowerAllowNeverWidens(@ForAll("policies") List<Statement> statements,
			@ForAll("statements") Statement statement, @ForAll("conditions") Condition condition,
			@ForAll("requests") AuthorizationRequest request) {
		Statement allow = with(statement, Effect.ALLOW);
		List<Condition> more = new ArrayList<>(allow.conditions());
		more.add(condition);
		Statement conditional = new Statement(allow.id(), Effect.ALLOW, null, allow.actions(), allow.resources(), more);
		if (allows(append(statements, conditional), request)) {
			assertThat(allows(append(statements, allow), request)).isTrue();
		}
		Statement literal = new Statement(allow.id(), Effect.ALLOW, null,
				new Element(false, List.of(PolicyText.of(request.action(), true))), allow.resources(),
				allow.conditions());
		if (allow.coversAction(request) && allows(append(statements, literal), request)) {
			assertThat(allows(append(statements, allow), request)).isTrue();
		}
	}

	@Property
	void aBoundaryNeverWidens(@ForAll("policies") List<Statement> statements,
			@ForAll("policies") List<Statement> boundary, @ForAll("requests") AuthorizationRequest request) {
		PolicyDocument limit = new PolicyDocument("limit", PolicyKind.BOUNDARY, boundary);
		boolean within = Evaluator.decide(request, new GrantedPolicies(List.of(policy(statements)), limit)).isAllowed();
		assertThat(within).isEqualTo(allows(statements, request) && allows(boundary, request));
	}

	@Property
	void nothingIsAllowedWithoutAStatementThatAllowsIt(@ForAll("policies") List<Statement> statements,
			@ForAll("requests") AuthorizationRequest request) {
		Decision decision = Evaluator.decide(request, new GrantedPolicies(List.of(policy(statements)), null));
		assertThat(decision.isAllowed())
			.isEqualTo(!decision.statements().isEmpty() && decision.outcome() != Decision.Outcome.EXPLICIT_DENY);
	}

	@Property
	void aGrantThatIsTakenAwayNeverWidens(@ForAll("policies") List<Statement> statements,
			@ForAll("requests") AuthorizationRequest request) {
		List<PolicyDocument> policies = List.of(policy(statements));
		for (Grant grant : Grant.of(policies)) {
			if (allows(grant.removedFrom(policies).getFirst().statements(), request)) {
				assertThat(allows(statements, request)).isTrue();
			}
		}
	}

	@Property
	void nothingIsAllowedWithoutAnyGrant(@ForAll("policies") List<Statement> statements,
			@ForAll("requests") AuthorizationRequest request) {
		List<PolicyDocument> policies = List.of(policy(statements));
		for (Grant grant : Grant.of(policies)) {
			policies = grant.removedFrom(policies);
		}
		assertThat(allows(policies.getFirst().statements(), request)).isFalse();
	}

	@Property
	void exactlyOneOfAnElementAndItsOppositeCoversARequest(@ForAll("statements") Statement statement,
			@ForAll("requests") AuthorizationRequest request) {
		Element opposite = new Element(!statement.actions().negated(), statement.actions().patterns());
		Statement other = new Statement("o", Effect.ALLOW, null, opposite, statement.resources(), List.of());
		assertThat(other.coversAction(request)).isNotEqualTo(statement.coversAction(request));
	}

	@Property
	void aPatternWithoutWildcardsMatchesItself(@ForAll String text) {
		String plain = text.replace(Glob.MANY, 'x').replace(Glob.ONE, 'x').replace('*', 'x').replace('?', 'x');
		assertThat(Glob.matches(Glob.compile(plain), plain)).isTrue();
		assertThat(Glob.matches(Glob.compile(plain + "*"), plain + text)).isTrue();
		assertThat(Glob.matches(Glob.compile("*"), text)).isTrue();
		assertThat(Glob.matches(Glob.compile(plain + "?"), plain)).isFalse();
	}

	@Provide
	Arbitrary<List<Statement>> policies() {
		return statements().list().ofMaxSize(4);
	}

	@Provide
	Arbitrary<Statement> statements() {
		Arbitrary<Element> actions = element(Stream.concat(ACTIONS.stream(), Stream.of("sqs:*", "*", "s3:Get?bject")));
		Arbitrary<Element> resources = element(
				Stream.concat(RESOURCES.stream(), Stream.of("*", "arn:aws:sqs:*:*:a*", "arn:aws:s3:::a/*")));
		return Combinators
			.combine(Arbitraries.of(Effect.values()), actions, resources, conditions().list().ofMaxSize(1))
			.as((effect, action, resource, conditions) -> new Statement("s", effect, null, action, resource,
					conditions));
	}

	@Provide
	Arbitrary<Condition> conditions() {
		Arbitrary<ConditionOperator> operators = Arbitraries.of(ConditionOperator.STRING_EQUALS,
				ConditionOperator.STRING_NOT_EQUALS, ConditionOperator.STRING_LIKE, ConditionOperator.STRING_NOT_LIKE,
				ConditionOperator.NULL);
		return Combinators
			.combine(operators, Arbitraries.of(Quantifier.values()), Arbitraries.of(true, false),
					Arbitraries.of("aws:a", "aws:b"),
					Arbitraries.of("x", "y", "*", "true").list().ofMinSize(1).ofMaxSize(2))
			.as((operator, quantifier, ifExists, key, values) -> new Condition("c", operator, quantifier, ifExists, key,
					values.stream().map((value) -> PolicyText.of(value, true)).toList()));
	}

	@Provide
	Arbitrary<AuthorizationRequest> requests() {
		return Combinators
			.combine(Arbitraries.of(ACTIONS), Arbitraries.of(RESOURCES),
					Arbitraries.of("x", "y", "z").list().ofMaxSize(2), Arbitraries.of(true, false))
			.as((action, resource, values, known) -> new AuthorizationRequest(
					Caller.of("arn:aws:sts::111122223333:assumed-role/r/s"), action, resource,
					RequestContext.of(known ? Map.of("aws:a", values) : Map.of())));
	}

	private static Arbitrary<Element> element(Stream<String> patterns) {
		return Combinators
			.combine(Arbitraries.of(true, false), Arbitraries.of(patterns.toList()).list().ofMinSize(1).ofMaxSize(2))
			.as((negated, texts) -> new Element(negated,
					texts.stream().map((text) -> PolicyText.of(text, true)).toList()));
	}

	private static boolean allows(List<Statement> statements, AuthorizationRequest request) {
		return Evaluator.decide(request, new GrantedPolicies(List.of(policy(statements)), null)).isAllowed();
	}

	private static PolicyDocument policy(List<Statement> statements) {
		return new PolicyDocument("p", PolicyKind.IDENTITY, statements);
	}

	private static List<Statement> append(List<Statement> statements, Statement added) {
		List<Statement> all = new ArrayList<>(statements);
		all.add(added);
		return all;
	}

	private static Statement with(Statement statement, Effect effect) {
		return new Statement(statement.id(), effect, null, statement.actions(), statement.resources(),
				statement.conditions());
	}

}
