package academy.coldstart.grading.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What cfn-lint found in a template.
 *
 * @param found the problems, in the order in which it found them
 */
public record LintProblems(List<LintProblem> found) {

	public LintProblems {
		found = List.copyOf(found);
	}

	/**
	 * Refuse a template in which something was found.
	 * @param template the template as it was written
	 * @throws InvalidTemplate for the first problem, with the others
	 */
	public void refuse(Template template) {
		Map<String, LintProblem> byCause = new LinkedHashMap<>();
		Set<String> misspelled = this.found.stream().map(LintProblem::meant).collect(Collectors.toSet());
		for (LintProblem problem : this.found) {
			String cause = cause(problem, template);
			if (byCause.isEmpty() || !misspelled.contains(cause)) {
				byCause.putIfAbsent(cause, problem);
			}
		}
		Findings findings = new Findings();
		byCause.forEach((cause, problem) -> findings.add(cause,
				problem.describe(template, findings.isEmpty() ? byCause.size() - 1 : 0)));
		findings.refuse();
	}

	// What Globals say is refused in every function that takes it from there.
	private static String cause(LintProblem problem, Template template) {
		List<String> path = problem.path();
		boolean inherited = path.size() > 3 && path.get(2).equals("Properties")
				&& !template.resources().path(path.get(1)).path("Properties").has(path.get(3))
				&& template.root().path("Globals").path("Function").has(path.get(3));
		return inherited ? "Globals/" + String.join("/", path.subList(3, path.size())) : problem.cause();
	}

}
