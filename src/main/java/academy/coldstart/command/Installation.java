package academy.coldstart.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.core.env.Environment;

/**
 * The installation that an application works for, and who else does: one at a time can.
 *
 * @param home its folder
 * @param databaseUrl the address of the database that is used
 */
record Installation(Path home, String databaseUrl) {

	static Installation of(Environment environment) {
		return new Installation(Path.of(environment.getProperty("coldstart.home", "")).toAbsolutePath().normalize(),
				environment.getProperty("spring.datasource.url", ""));
	}

	/**
	 * Say who works for this installation already.
	 * @return a sentence and what to do, or empty when nobody can be seen to
	 */
	Optional<List<String>> occupied() {
		OptionalLong holder = LockHolder.of(file());
		boolean used = this.databaseUrl.contains(database().toString());
		return (used && holder.isPresent()) ? Optional.of(words(holder)) : Optional.empty();
	}

	/**
	 * Word that somebody does.
	 * @return a sentence and what to do
	 */
	List<String> words() {
		return words(LockHolder.of(file()));
	}

	private List<String> words(OptionalLong holder) {
		String who = holder.isPresent() ? "process " + holder.getAsLong() : "another process";
		String stop = holder.isPresent() ? "stop it with: kill " + holder.getAsLong() : "stop it first";
		return List.of("Coldstart is running already for " + this.home + ": " + who + " has its database open.",
				"Use the Coldstart that is running, or " + stop,
				"A second one can run beside it from a folder of its own: a copy of the installation without var.");
	}

	private Path database() {
		return this.home.resolve("var/db/coldstart");
	}

	private Path file() {
		return database().resolveSibling("coldstart.mv.db");
	}

}
