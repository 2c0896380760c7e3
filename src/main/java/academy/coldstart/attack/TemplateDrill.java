package academy.coldstart.attack;

import academy.coldstart.grading.template.DynamicReferences;
import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.grading.template.Template;
import academy.coldstart.grading.template.TemplateChecks;
import academy.coldstart.grading.template.TemplateParser;
import academy.coldstart.grading.template.TemplatePolicy;

import org.springframework.stereotype.Component;

/**
 * Hands in templates, which go through what those of learners go through before the
 * engine sees them.
 */
@Component
final class TemplateDrill implements Drill {

	@Override
	public String name() {
		return "templates";
	}

	@Override
	public Finding run(AttackCase attack, Site site) {
		return HandedIn.judge(attack, (input) -> {
			try {
				Template template = TemplateParser.parse(input.text());
				new TemplatePolicy(DynamicReferences.NONE).check(template);
				TemplateChecks.check(template);
				return HandedIn.taken();
			}
			catch (InvalidTemplate ex) {
				return HandedIn.refused(ex.kind());
			}
		});
	}

}
