package academy.coldstart.attack;

import academy.coldstart.grading.TemplateIntake;

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
		return HandedIn.judge(attack,
				(input) -> TemplateIntake.refusal(input.text())
					.map((refusal) -> HandedIn.refused(refusal.kind(), refusal.message()))
					.orElseGet(HandedIn::taken));
	}

}
