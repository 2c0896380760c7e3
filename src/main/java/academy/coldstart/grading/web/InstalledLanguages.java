package academy.coldstart.grading.web;

import java.util.Optional;

import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.LanguageReadiness;
import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.grading.pipeline.Languages;

import org.springframework.stereotype.Component;

/**
 * Tells exercise pages which languages work, once the engine is installed.
 */
@Component
class InstalledLanguages implements LanguageReadiness {

	private final Engine engine;

	private final Languages languages;

	InstalledLanguages(Engine engine, Languages languages) {
		this.engine = engine;
		this.languages = languages;
	}

	@Override
	public Optional<String> obstacle(HandlerLocation handler) {
		return (this.engine.status().state() == EngineStatus.State.READY) ? this.languages.obstacle(handler.runtime())
				: Optional.empty();
	}

}
