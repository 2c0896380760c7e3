package academy.coldstart.graders.leastprivilege;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.authorization.CallPermissions;
import academy.coldstart.authorization.Grant;
import academy.coldstart.authorization.Permission;
import academy.coldstart.authorization.PolicyDocument;
import academy.coldstart.grader.FunctionRole;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.RoleUses;

/**
 * What the roles grant, and what of that was used while everything worked. A star counts
 * as all the actions that it stands for.
 *
 * @param shop the functions
 */
record Grants(Shop shop) {

	/** The part that may be unused: one in five. */
	private static final int TOLERATED = 5;

	private static final int SHOWN = 8;

	private static final String EVERYTHING = "every action of every service";

	private static final CallPermissions ACTIONS = CallPermissions.load();

	/** What Lambda does for a queue that it reads; not all of it is made as a call here. */
	private static final List<String> READING = List.of("sqs:ReceiveMessage", "sqs:DeleteMessage",
			"sqs:GetQueueAttributes");

	void requireUsed() {
		List<Item> items = new ArrayList<>();
		Set<Item> used = new HashSet<>();
		for (FunctionRole role : roles()) {
			List<PolicyDocument> policies = role.policies().policies();
			List<Item> own = Grant.of(policies)
				.stream()
				.filter((grant) -> !grant.action().toLowerCase(Locale.ROOT).startsWith("logs:"))
				.flatMap((grant) -> items(role.name(), grant))
				.toList();
			items.addAll(own);
			needs(role).forEach((need) -> used.addAll(narrowest(need, own, policies)));
		}
		items.stream().filter((item) -> item.action().equals(EVERYTHING)).findFirst().ifPresent((item) -> {
			throw everything(item);
		});
		List<Item> unused = items.stream().filter((item) -> !used.contains(item)).toList();
		if (unused.size() * TOLERATED > items.size()) {
			throw failure(unused, items.size());
		}
	}

	// All that are equally narrow: SAM grants some things that a learner also writes down.
	private static List<Item> narrowest(Permission need, List<Item> items, List<PolicyDocument> policies) {
		List<Item> covering = items.stream()
			.filter((item) -> item.action().equalsIgnoreCase(need.action()))
			.filter((item) -> item.grant().covers(need, policies))
			.sorted(Comparator.comparingInt(Item::breadth))
			.toList();
		return covering.stream()
			.filter((item) -> item.grant().resource().equals(covering.getFirst().grant().resource()))
			.toList();
	}

	private LearnerFailure everything(Item item) {
		return LearnerFailure
			.because("%s grants %s%s, by %s. Nobody uses more than a few of them.", item.grant().statement(),
					item.grant().action().startsWith("NotAction ") ? "almost " : "", EVERYTHING, item.grant().action())
			.expected("actions that are listed one by one")
			.observed("%s on %s", item.grant().action(), item.grant().resource())
			.at(this.shop.run().stack().place(item.role(), "Policies"));
	}

	private LearnerFailure failure(List<Item> unused, int all) {
		String list = unused.stream().limit(SHOWN).map(Item::toString).collect(Collectors.joining("; "));
		int more = unused.size() - SHOWN;
		return LearnerFailure
			.because("%d of %d grants were never used, although everything worked: %s%s.", unused.size(), all, list,
					(more > 0) ? "; and " + more + " more" : "")
			.expected("at most one in five unused, which would be %d of %d", all / TOLERATED, all)
			.observed("%d unused", unused.size())
			.at(this.shop.run().stack().place(unused.getFirst().role(), "Policies"));
	}

	private List<FunctionRole> roles() {
		Set<String> seen = new HashSet<>();
		return Shop.FUNCTIONS.stream().map(this.shop::role).filter((role) -> seen.add(role.name())).toList();
	}

	private Set<Permission> needs(FunctionRole role) {
		Stream<Permission> calls = RoleUses.needs(role.name(), this.shop.run().trace().calls().list()).stream();
		return Stream.concat(calls, readings(role)).collect(Collectors.toSet());
	}

	private Stream<Permission> readings(FunctionRole role) {
		return this.shop.run()
			.eventSources()
			.stream()
			.filter((source) -> this.shop.run().function(source).role().name().equals(role.name()))
			.flatMap((source) -> READING.stream().map((action) -> new Permission(action, source.sourceArn())));
	}

	private static Stream<Item> items(String role, Grant grant) {
		if (grant.action().startsWith("NotAction ") || grant.action().split(":", 2)[0].contains("*")) {
			return Stream.of(new Item(role, grant, EVERYTHING));
		}
		List<String> actions = ACTIONS.actions(grant.action());
		return (actions.isEmpty() ? List.of(grant.action()) : actions).stream()
			.map((action) -> new Item(role, grant, action));
	}

	/**
	 * One action that a grant stands for.
	 *
	 * @param role the name of the role
	 * @param grant the grant
	 * @param action the action
	 */
	private record Item(String role, Grant grant, String action) {

		// The narrowest grant is the one that is needed where several cover a call.
		int breadth() {
			return this.grant.resource().contains("*") ? 1000 - this.grant.resource().length() : 0;
		}

		@Override
		public String toString() {
			String pattern = this.grant.action().equals(this.action) ? "" : ", by " + this.grant.action();
			return "%s on %s (%s%s)".formatted(this.action, this.grant.resource(), this.grant.statement(), pattern);
		}

	}

}
