package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells which permissions a call of an AWS API needs. Source: Service Authorization
 * Reference, Actions, resources, and condition keys for AWS services.
 */
public final class CallPermissions {

	private final ActionTable table;

	private CallPermissions(ActionTable table) {
		this.table = table;
	}

	/**
	 * Read the committed table of actions.
	 * @return what knows the permissions
	 */
	public static CallPermissions load() {
		return new CallPermissions(ActionTable.load());
	}

	/**
	 * Find what a call needs.
	 * @param call the call
	 * @param facts what is known of the resources that it names
	 * @return the needs, all of which have to be met; empty for a call that everybody may
	 * make
	 */
	public List<Need> needs(ApiCall call, ResourceFacts facts) {
		Optional<List<Need>> special = SpecialCalls.needs(call, facts);
		if (special.isPresent()) {
			return special.get();
		}
		Map<String, List<String>> keys = ServiceKeys.of(call, facts);
		return permissions(call, facts).stream().map((permission) -> new Need(permission, keys)).toList();
	}

	/**
	 * Return the actions that a pattern of a policy stands for.
	 * @param pattern such as {@code dynamodb:Get*}
	 * @return the actions of the known services, by name
	 */
	public List<String> actions(String pattern) {
		String glob = Glob.compile(pattern);
		ServiceActions service = this.table.prefixed(pattern.substring(0, Math.max(0, pattern.indexOf(':'))));
		if (service == null) {
			return List.of();
		}
		return service.all()
			.stream()
			.map((action) -> service.prefix() + ":" + action.name())
			.filter((name) -> Glob.matchesIgnoringCase(glob, name))
			.toList();
	}

	private List<Permission> permissions(ApiCall call, ResourceFacts facts) {
		ServiceActions service = this.table.signedAs(call.service());
		if (service == null) {
			return List.of(new Permission(call.service() + ":" + call.operation(), "*"));
		}
		List<ActionEntry> actions = service.needed(call.operation());
		if (actions.isEmpty()) {
			return List.of(new Permission(service.prefix() + ":" + call.operation(), "*"));
		}
		return actions.stream()
			.flatMap((action) -> resources(service, action, call, facts).stream()
				.map((arn) -> new Permission(service.prefix() + ":" + S3Calls.versioned(call, action.name()), arn)))
			.distinct()
			.toList();
	}

	private static List<String> resources(ServiceActions service, ActionEntry action, ApiCall call,
			ResourceFacts facts) {
		List<ArnTemplate.Filled> required = filled(service, action.required(), call, facts);
		List<ArnTemplate.Filled> named = required.stream().filter((one) -> one.named() > 0).toList();
		if (!named.isEmpty()) {
			return named.stream().flatMap((one) -> one.arns().stream()).distinct().toList();
		}
		Optional<ArnTemplate.Filled> optional = filled(service, action.optional(), call, facts).stream()
			.filter((one) -> one.named() > 0)
			.max(Comparator.comparingInt(ArnTemplate.Filled::named));
		return optional.map(ArnTemplate.Filled::arns)
			.orElseGet(() -> required.isEmpty() ? List.of("*") : required.getFirst().arns());
	}

	private static List<ArnTemplate.Filled> filled(ServiceActions service, List<String> types, ApiCall call,
			ResourceFacts facts) {
		List<ArnTemplate.Filled> filled = new ArrayList<>();
		for (String type : types) {
			Stream.ofNullable(service.template(type))
				.map((template) -> ArnTemplate.of(template, call.scope())
					.fill((variable) -> values(service, variable, call, facts)))
				.forEach(filled::add);
		}
		return filled;
	}

	private static List<String> values(ServiceActions service, String variable, ApiCall call, ResourceFacts facts) {
		return service.paths(variable)
			.stream()
			.map((path) -> InputPath.values(call.input(), path))
			.filter((values) -> !values.isEmpty())
			.findFirst()
			.orElse(List.of())
			.stream()
			.map((value) -> ResourceNames.normal(call, variable, value, facts))
			.filter(Objects::nonNull)
			.toList();
	}

}
