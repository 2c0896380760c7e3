package academy.coldstart.grading.pipeline;

import java.util.HashMap;
import java.util.Map;

import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.RoleMode;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grader.TemplateLines;
import academy.coldstart.grading.template.Template;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of all seeds have in common.
 *
 * @param grader the class of the grader
 * @param template the parsed template
 * @param templateFile the learner's file that the template is, or an empty text when it
 * is the grader's own
 * @param handler where the handler is, or null when the exercise has none
 * @param files the learner's files
 * @param code the files that are deployed
 * @param roles whether calls of the functions need the permission of their roles
 * @param alone the id of the only check that runs, or null for all
 */
record Prepared(Class<?> grader, Template template, String templateFile, @Nullable HandlerLocation handler,
		SourceFiles files, SourceFiles code, RoleMode roles, @Nullable String alone) {

	/**
	 * Return the parameters of the template: the language's runtime and handler, and what
	 * the grader sets.
	 * @param set what the grader sets
	 * @return all parameters
	 */
	Map<String, String> parameters(Map<String, String> set) {
		Map<String, String> parameters = new HashMap<>();
		if (this.handler != null) {
			parameters.put("Runtime", this.handler.runtime());
			parameters.put("Handler", this.handler.entry());
		}
		parameters.putAll(set);
		return parameters;
	}

	/**
	 * Return where things stand in the learner's template.
	 * @return the places, none when the template is the grader's own
	 */
	TemplateLines lines() {
		return isOwnTemplate() ? TemplateLines.NONE : new TemplateLines(this.templateFile, this.template.lines());
	}

	boolean isOwnTemplate() {
		return this.templateFile.isEmpty();
	}

}
