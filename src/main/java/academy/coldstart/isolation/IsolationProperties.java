package academy.coldstart.isolation;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the isolation.
 *
 * @param mode how learner programs are kept apart
 * @param firstUser the first of 10,000 unprivileged user ids that learner programs run as
 * when the application runs as root; each application on a machine claims 250 of them
 * @param sources the directory with the sources of the first process of sandboxes
 * @param kit where the built one is kept and shared; by default below
 * {@code XDG_CACHE_HOME} or {@code ~/.cache}
 */
@ConfigurationProperties("coldstart.isolation")
record IsolationProperties(@DefaultValue("auto") Mode mode, @DefaultValue("50000") int firstUser,
		@DefaultValue("sandbox") Path sources, @DefaultValue("") String kit) {

	Path kitDirectory() {
		if (!this.kit.isBlank()) {
			return Path.of(this.kit).resolve("sandbox");
		}
		String cache = System.getenv("XDG_CACHE_HOME");
		return ((cache != null && !cache.isBlank()) ? Path.of(cache)
				: Path.of(System.getProperty("user.home"), ".cache"))
			.resolve("coldstart/sandbox");
	}

	/**
	 * How learner programs are kept apart.
	 */
	enum Mode {

		/**
		 * In a sandbox where there can be one, else as plain processes, which is said.
		 */
		AUTO,

		/** In a sandbox, or not at all: for the code of several people. */
		SANDBOX,

		/** As plain processes. */
		PLAIN

	}

}
