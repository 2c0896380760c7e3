package academy.coldstart.attack;

import java.util.Optional;

import academy.coldstart.execution.EnvironmentHost;
import academy.coldstart.execution.LanguageRuntime;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.recording.RecordingProxy;
import academy.coldstart.trace.Traces;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The parts of the platform that are attacked, wired as they are for gradings.
 */
@Component
final class AttackedPlatform {

	private final ObjectProvider<EnvironmentHost> host;

	private final ObjectProvider<RecordingProxy> proxy;

	private final ObjectProvider<LanguageRuntime> languages;

	private final ObjectProvider<Isolation> isolation;

	private final ObjectProvider<Traces> traces;

	AttackedPlatform(ObjectProvider<EnvironmentHost> host, ObjectProvider<RecordingProxy> proxy,
			ObjectProvider<LanguageRuntime> languages, ObjectProvider<Isolation> isolation,
			ObjectProvider<Traces> traces) {
		this.host = host;
		this.proxy = proxy;
		this.languages = languages;
		this.isolation = isolation;
		this.traces = traces;
	}

	EnvironmentHost host() {
		return this.host.getObject();
	}

	RecordingProxy proxy() {
		return this.proxy.getObject();
	}

	Isolation isolation() {
		return this.isolation.getObject();
	}

	Traces traces() {
		return this.traces.getObject();
	}

	/**
	 * Say why programs in a language cannot attack.
	 * @param language the language
	 * @return the reason, or empty when they can
	 */
	Optional<String> missing(ProgramLanguage language) {
		return this.languages.stream()
			.filter((each) -> each.runs(language.runtime()))
			.findFirst()
			.map((each) -> each.unavailable(language.runtime()))
			.orElse(Optional.of("it has no runtime"))
			.map((reason) -> language.title() + ": " + reason);
	}

}
