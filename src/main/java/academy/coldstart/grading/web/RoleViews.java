package academy.coldstart.grading.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import academy.coldstart.grading.web.RoleView.Denied;
import academy.coldstart.grading.web.RoleView.Grant;
import academy.coldstart.grading.web.RoleView.Used;
import academy.coldstart.trace.AccessDecision;
import academy.coldstart.trace.AccessDecision.Permission;
import academy.coldstart.trace.RoleUse;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.Phrase;
import academy.coldstart.ui.VisibleText;

/**
 * Makes views of roles, from what was recorded only.
 */
final class RoleViews {

	/** Longer lists are in {@code trace.json}. */
	private static final int MOST = 200;

	/** What the caller of a call with the keys of a role looks like. */
	private static final String SESSION = ":assumed-role/";

	private final Trace trace;

	private RoleViews(Trace trace) {
		this.trace = trace;
	}

	/**
	 * Show the roles of a run.
	 * @param trace the run
	 * @return its roles, none where roles did not decide
	 */
	static List<RoleView> of(Trace trace) {
		RoleViews views = new RoleViews(trace);
		return views.names().stream().map(views::view).toList();
	}

	// A role that a function assumed by itself is used without being one of a function.
	private Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		this.trace.roles().forEach((role) -> names.add(role.role()));
		this.trace.calls()
			.stream()
			.flatMap((call) -> Stream.ofNullable(call.access()))
			.map(RoleViews::caller)
			.forEach(names::add);
		return names;
	}

	private static String caller(AccessDecision access) {
		String caller = access.caller();
		int session = caller.indexOf(SESSION);
		if (session < 0) {
			return caller;
		}
		String role = caller.substring(session + SESSION.length());
		return role.contains("/") ? role.substring(0, role.lastIndexOf('/')) : role;
	}

	private RoleView view(String name) {
		List<RoleUse.Grant> grants = this.trace.roles()
			.stream()
			.filter((role) -> role.role().equals(name))
			.flatMap((role) -> role.grants().stream())
			.toList();
		List<Grant> unused = grants.stream()
			.filter((grant) -> grant.uses() == 0)
			.limit(MOST)
			.map((grant) -> new Grant(visible(grant.action()), visible(grant.resource()), visible(grant.statement())))
			.toList();
		List<Used> used = needs(name, Permission::allowed).values().stream().limit(MOST).map(Need::used).toList();
		List<Denied> denied = needs(name, (permission) -> !permission.allowed()).values()
			.stream()
			.limit(MOST)
			.map(Need::denied)
			.toList();
		return new RoleView(visible(name), summary(grants.size(), unused.size(), denied), used, unused, denied);
	}

	private Map<Object, Need> needs(String name, Predicate<Permission> which) {
		Map<Object, Need> needs = new LinkedHashMap<>();
		this.trace.calls().forEach((call) -> {
			AccessDecision access = call.access();
			if (access != null && caller(access).equals(name)) {
				access.permissions()
					.stream()
					.filter(which)
					.forEach((permission) -> needs.merge(
							List.of(permission.action(), permission.resource(), String.valueOf(permission.statement())),
							new Need(permission, call.id(), 1), Need::again));
			}
		});
		return needs;
	}

	private static String summary(int grants, int unused, List<Denied> denied) {
		int times = denied.stream().mapToInt(Denied::times).sum();
		String given = switch (grants) {
			case 0 -> "Nothing is granted to it that was looked at";
			case 1 -> "One grant, " + ((unused == 0) ? "used" : "unused");
			default -> grants + " grants: " + (grants - unused) + " used, " + unused + " unused";
		};
		return given + ". " + switch (times) {
			case 0 -> "Nothing was denied.";
			case 1 -> "One permission was denied.";
			default -> "Permissions were denied " + times + " times.";
		};
	}

	private static String visible(String text) {
		return VisibleText.line(text);
	}

	/**
	 * A permission that calls needed.
	 *
	 * @param permission the permission, as it was decided first
	 * @param call the id of the first call
	 * @param times how often
	 */
	private record Need(Permission permission, String call, int times) {

		Need again(Need other) {
			return new Need(this.permission, this.call, this.times + other.times);
		}

		Used used() {
			String statement = this.permission.statement();
			return new Used(visible(this.permission.action()), visible(this.permission.resource()), this.times,
					(statement != null) ? visible(statement) : "the resource's own policy", "#" + this.call);
		}

		Denied denied() {
			String suggestion = this.permission.suggestion();
			return new Denied(visible(this.permission.action()), visible(this.permission.resource()), this.times,
					"#" + this.call, Phrase.parse(VisibleText.of(this.permission.reason())),
					this.permission.near().stream().map(VisibleText::of).map(Phrase::parse).toList(),
					(suggestion != null) ? VisibleText.of(suggestion) : null);
		}

	}

}
