package academy.coldstart.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Explains that another Coldstart has this installation's database open.
 */
class DatabaseInUseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	private static final int DATABASE_ALREADY_OPEN = 90020;

	private final Path home;

	DatabaseInUseFailureAnalyzer(Environment environment) {
		this.home = Path.of(environment.getProperty("coldstart.home", "")).toAbsolutePath().normalize();
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		if (cause.getErrorCode() != DATABASE_ALREADY_OPEN) {
			return null;
		}
		Path database = this.home.resolve("var/db/coldstart.mv.db");
		OptionalLong holder = LockHolder.of(database);
		String who = holder.isPresent() ? "process " + holder.getAsLong() : "another process";
		String stop = holder.isPresent() ? "stop it with: kill " + holder.getAsLong() : "stop it first";
		return new FailureAnalysis(
				"Coldstart is running already for " + this.home + ": " + who + " has its database " + database
						+ " open.",
				"Use the Coldstart that is running, or " + stop
						+ "\nA second one can run beside it from a folder of its own: a copy of the installation without var.",
				cause);
	}

}
