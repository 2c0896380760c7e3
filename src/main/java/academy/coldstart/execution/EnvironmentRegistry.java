package academy.coldstart.execution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Traces;

/**
 * The admitted accounts and their execution environments.
 */
final class EnvironmentRegistry {

	private final Traces traces;

	private final Map<AccountId, Admission> admissions = new ConcurrentHashMap<>();

	private final Map<String, FunctionEnvironment> environments = new ConcurrentHashMap<>();

	EnvironmentRegistry(Traces traces) {
		this.traces = traces;
	}

	void admit(AccountId account, List<CompanionService> companions, FaultRules rules) {
		this.admissions.put(account,
				new Admission(account,
						this.traces.find(account)
							.orElseThrow(() -> new IllegalStateException("Account " + account + " has no open trace")),
						companions, rules));
	}

	void kill(AccountId account, String environment) {
		forEach((plan) -> plan.account().equals(account), (known) -> known.kill(environment));
	}

	void renew(AccountId account, String function) {
		forEach((plan) -> plan.account().equals(account) && plan.function().equals(function),
				FunctionEnvironment::renew);
	}

	void dismiss(AccountId account) {
		synchronized (this) {
			this.admissions.remove(account);
		}
		forEach((plan) -> plan.account().equals(account), (known) -> remove(known.plan().id()));
	}

	Optional<Admission> admission(AccountId account) {
		return Optional.ofNullable(this.admissions.get(account));
	}

	/**
	 * Add an environment, unless its account was dismissed meanwhile.
	 * @param environment the environment
	 * @return whether it was added
	 */
	synchronized boolean add(FunctionEnvironment environment) {
		return this.admissions.containsKey(environment.plan().account())
				&& this.environments.putIfAbsent(environment.plan().id(), environment) == null;
	}

	Optional<FunctionEnvironment> find(String id) {
		return Optional.ofNullable(this.environments.get(id));
	}

	/**
	 * Stop an environment and forget it.
	 * @param id the id that the Lambda service uses
	 * @return whether there was one
	 */
	boolean remove(String id) {
		FunctionEnvironment known = this.environments.remove(id);
		if (known != null) {
			known.stop();
		}
		return known != null;
	}

	Set<String> remains() {
		Set<String> found = new HashSet<>();
		this.admissions.keySet().forEach((account) -> found.add("account " + account));
		this.environments.keySet().forEach((id) -> found.add("environment " + id));
		return found;
	}

	void removeAll() {
		forEach((plan) -> true, (known) -> remove(known.plan().id()));
	}

	private void forEach(Predicate<EnvironmentPlan> which, Consumer<FunctionEnvironment> action) {
		List<CompletableFuture<Void>> done = new ArrayList<>();
		for (FunctionEnvironment known : this.environments.values()) {
			if (which.test(known.plan())) {
				done.add(CompletableFuture.runAsync(() -> action.accept(known),
						(task) -> Thread.ofVirtual().start(task)));
			}
		}
		done.forEach(CompletableFuture::join);
	}

}
