package academy.coldstart.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.PreparedEvent;
import academy.coldstart.course.Solution;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.BareAccounts;
import academy.coldstart.grading.BareAccounts.BareAccount;
import academy.coldstart.grading.OpenStack;
import academy.coldstart.trial.Tries;
import academy.coldstart.trial.TryOrder;
import academy.coldstart.trial.TryOutcome;
import academy.coldstart.trial.TryOutcome.Deployed;
import academy.coldstart.trial.TryPlace;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Measures how long tries take, with the files of the try before and with changed code,
 * in turn with a bare invocation of the same function on the same engine.
 */
@Component
@Order(2)
class TryBenchmark implements Benchmark {

	private final Course course;

	private final Tries tries;

	private final BareAccounts accounts;

	TryBenchmark(Course course, Tries tries, BareAccounts accounts) {
		this.course = course;
		this.tries = tries;
		this.accounts = accounts;
	}

	@Override
	public String name() {
		return "try";
	}

	@Override
	public void measure(BenchPlan plan, Consumer<Figure> figures) throws Exception {
		Exercise exercise = plan.chosen(this.course.exercises())
			.stream()
			.filter((one) -> one.template() != null && !this.course.events(one).isEmpty())
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No exercise has both a template and an event to try"));
		for (Language language : List.of(Language.PYTHON, Language.NODE)) {
			plan.progress().accept("tries of " + exercise.slug() + " in " + language.title());
			measure(plan, exercise, language).forEach(figures);
		}
	}

	private List<Figure> measure(BenchPlan plan, Exercise exercise, Language language) throws Exception {
		Solution solution = this.course.solutions(exercise)
			.stream()
			.filter((candidate) -> candidate.language() == language)
			.min(Comparator.comparing(Solution::name))
			.orElseThrow();
		PreparedEvent event = this.course.events(exercise).getFirst();
		Rounds rounds = new Rounds();
		try (BareAccount account = this.accounts.open(exercise, 1);
				BareStack stack = BareStack.deploy(account, exercise, solution)) {
			TryOutcome.Invoked first = invoked(exercise, solution.files(), language, event);
			// CloudFormation gives functions such names, up to their random end.
			String arn = "arn:aws:lambda:us-east-1:000000000000:function:exercise-%s-0".formatted(first.function());
			stack.invoke(arn, event.json());
			for (int round = 0; round < plan.rounds(); round++) {
				SourceFiles changed = changed(exercise, solution, round);
				rounds.changed.add(attempt(exercise, changed, language, event, Deployed.CODE));
				rounds.warm.add(attempt(exercise, changed, language, event, Deployed.NOTHING));
				rounds.bare.add(bare(stack, arn, event));
			}
		}
		finally {
			this.tries.startAfresh(TryPlace.of(exercise, language));
		}
		return rounds.figures(exercise.id() + " " + exercise.slug() + ", " + language.title());
	}

	private double attempt(Exercise exercise, SourceFiles files, Language language, PreparedEvent event,
			Deployed expected) {
		long begin = System.nanoTime();
		TryOutcome.Invoked invoked = invoked(exercise, files, language, event);
		double ms = (System.nanoTime() - begin) / 1e6;
		if (invoked.deployment() != expected) {
			throw new IllegalStateException("A try did " + invoked.deployment() + ", not " + expected);
		}
		return ms;
	}

	private TryOutcome.Invoked invoked(Exercise exercise, SourceFiles files, Language language, PreparedEvent event) {
		TryOutcome outcome = this.tries.attempt(new TryOrder(exercise, language, files, "", event.json()));
		if (outcome instanceof TryOutcome.Invoked invoked && invoked.answer() instanceof OpenStack.Returned) {
			return invoked;
		}
		throw new IllegalStateException("A solution of " + exercise.slug() + " did not answer: " + outcome);
	}

	private static double bare(BareStack stack, String arn, PreparedEvent event) {
		long begin = System.nanoTime();
		if (!stack.invoke(arn, event.json())) {
			throw new IllegalStateException("The bare function did not answer");
		}
		return (System.nanoTime() - begin) / 1e6;
	}

	// A comment at the end of the handler changes the code and nothing else.
	private static SourceFiles changed(Exercise exercise, Solution solution, int round) {
		Map<String, byte[]> files = new HashMap<>(solution.files().contents());
		String handler = Objects.requireNonNull(exercise.handlers().get(solution.language())).file();
		String mark = (solution.language() == Language.PYTHON) ? "#" : "//";
		String text = new String(Objects.requireNonNull(files.get(handler)), StandardCharsets.UTF_8);
		files.put(handler, (text + "\n" + mark + " " + round + "\n").getBytes(StandardCharsets.UTF_8));
		return SourceFiles.of(files);
	}

	/**
	 * What was measured in turn, in milliseconds.
	 */
	private static final class Rounds {

		private static final double WARM_LIMIT = 200;

		private final List<Double> warm = new ArrayList<>();

		private final List<Double> changed = new ArrayList<>();

		private final List<Double> bare = new ArrayList<>();

		List<Figure> figures(String what) {
			Sample same = new Sample(this.warm);
			Sample other = new Sample(this.changed);
			Sample plain = new Sample(this.bare);
			return List.of(
					Figure.atMost("try of " + what + ", same files", same.median(), same.text("ms"), WARM_LIMIT, "ms"),
					Figure.of("try of " + what + ", changed code", other.text("ms")),
					Figure.of("bare invocation of " + what, plain.text("ms")),
					Figure.of("try ÷ bare invocation of " + what + ", same files", same.over(plain).text("")),
					Figure.of("try ÷ bare invocation of " + what + ", changed code", other.over(plain).text("")));
		}

	}

}
