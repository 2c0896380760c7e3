package academy.coldstart.command;

import academy.coldstart.engine.Engine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prepares the engine behind the pages as soon as they are served.
 */
@Component
@ConditionalOnWebApplication
class EnginePreparation {

	private final ObjectProvider<Engine> engines;

	EnginePreparation(ObjectProvider<Engine> engines) {
		this.engines = engines;
	}

	@EventListener(ApplicationReadyEvent.class)
	void prepare() {
		this.engines.ifAvailable(Engine::prepare);
	}

}
