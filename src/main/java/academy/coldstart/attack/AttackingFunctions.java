package academy.coldstart.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * The functions of one case, which live until the last one was invoked.
 */
final class AttackingFunctions implements AutoCloseable {

	private final AttackCase attack;

	private final Site site;

	private final boolean alone;

	private final List<DeployedFunction> functions = new ArrayList<>();

	private final List<String> seen = new ArrayList<>();

	/**
	 * Prepare them.
	 * @param attack the case
	 * @param site what is attacked
	 * @param alone whether nobody else starts functions meanwhile
	 */
	AttackingFunctions(AttackCase attack, Site site, boolean alone) {
		this.attack = attack;
		this.site = site;
		this.alone = alone;
	}

	/**
	 * Return what was seen of those that did as they have to.
	 * @return their answers in words
	 */
	List<String> seen() {
		return List.copyOf(this.seen);
	}

	/**
	 * Deploy and invoke one, or several at once.
	 * @param run the function
	 * @return what is not as it has to be, or empty
	 */
	Optional<String> escape(FunctionRun run) {
		this.site.upstream().forget();
		Set<String> before = this.site.processes();
		List<DeployedFunction> deployed = deploy(run);
		List<FunctionAnswer> answers = answers(deployed, run);
		return missed(answers, run).or(() -> left(before, answers))
			.or(() -> invokedAgain(deployed, run))
			.or(() -> passed(run));
	}

	private List<DeployedFunction> deploy(FunctionRun run) {
		List<DeployedFunction> deployed = new ArrayList<>();
		for (int i = 0; i < run.together(); i++) {
			deployed.add(this.site.deploy(this.attack.file(run.program()), run));
		}
		this.functions.addAll(deployed);
		return deployed;
	}

	private List<FunctionAnswer> answers(List<DeployedFunction> deployed, FunctionRun run) {
		return deployed.stream()
			.map((function) -> CompletableFuture.supplyAsync(() -> function.startAndInvoke(this.site.event(run)),
					(task) -> Thread.ofVirtual().start(task)))
			.toList()
			.stream()
			.map((answer) -> Objects.requireNonNull(answer.join()))
			.toList();
	}

	private Optional<String> missed(List<FunctionAnswer> answers, FunctionRun run) {
		for (FunctionAnswer answer : answers) {
			Optional<String> miss = run.expect().miss(answer);
			if (miss.isPresent()) {
				return miss;
			}
			this.seen.add((run.expect().refused() > 0) ? run.expect().refused() + " attempts refused" : answer.text());
		}
		return Optional.empty();
	}

	// Before anybody stops the environments: whoever answered by ending has ended.
	private Optional<String> left(Set<String> before, List<FunctionAnswer> answers) {
		if (!this.alone || !answers.stream().allMatch(FunctionAnswer::endsProcesses)) {
			return Optional.empty();
		}
		Set<String> left = new TreeSet<>(this.site.processes());
		left.removeAll(before);
		return left.isEmpty() ? Optional.empty()
				: Optional.of("after its end there was still " + String.join(", ", left));
	}

	private Optional<String> invokedAgain(List<DeployedFunction> deployed, FunctionRun run) {
		String wanted = run.expect().again();
		if (wanted == null) {
			return Optional.empty();
		}
		Map<String, Object> event = new HashMap<>(this.site.event(run));
		event.put("again", true);
		for (DeployedFunction function : deployed) {
			FunctionAnswer answer = function.invoke(event);
			if (!answer.payload().equals(wanted)) {
				return Optional.of("invoked again, it ended with " + answer.text() + " instead of " + wanted);
			}
			this.seen.add("then " + answer.text());
		}
		return Optional.empty();
	}

	private Optional<String> passed(FunctionRun run) {
		List<String> passed = this.site.upstream().received();
		return (run.expect().forwards() || passed.isEmpty()) ? Optional.empty()
				: Optional.of("the proxy let through " + FunctionAnswer.brief(String.join(", ", passed)));
	}

	@Override
	public void close() {
		this.functions.forEach(DeployedFunction::close);
	}

}
