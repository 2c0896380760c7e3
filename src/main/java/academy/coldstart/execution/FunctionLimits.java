package academy.coldstart.execution;

import java.time.Duration;

import academy.coldstart.isolation.Limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a function may use up beside what its template says: the one place for these
 * numbers, which {@code docs/limits.md} publishes.
 *
 * @param processes how many processes and threads may live at once
 * @param openFiles how many files each process may hold open
 * @param storage the most that a function gets as temporary directory, whatever it asks
 * for
 * @param files how many files and directories may be in it
 * @param output the most that one invocation may write to its log
 * @param line the longest line of it
 * @param init how long the Init phase may take
 */
@ConfigurationProperties("coldstart.limits")
public record FunctionLimits(@DefaultValue("128") int processes, @DefaultValue("1024") int openFiles,
		@DefaultValue("512MB") DataSize storage, @DefaultValue("20000") int files, @DefaultValue("1MB") DataSize output,
		@DefaultValue("64KB") DataSize line, @DefaultValue("10s") Duration init) {

	private static final long MEBIBYTE = 1024L * 1024;

	/**
	 * Return the limits where nothing is configured.
	 * @return the limits
	 */
	public static FunctionLimits standard() {
		return new Binder().bindOrCreate("coldstart.limits", FunctionLimits.class);
	}

	/**
	 * Return the limits of one function.
	 * @param plan the environment
	 * @param dataHeadroomBytes what its runtime maps beyond its memory
	 * @return the limits of its processes
	 */
	Limits of(EnvironmentPlan plan, long dataHeadroomBytes) {
		return new Limits(plan.memoryMb() * MEBIBYTE, dataHeadroomBytes, this.processes, this.openFiles,
				storageMb(plan) * MEBIBYTE, this.files);
	}

	long storageMb(EnvironmentPlan plan) {
		return Math.min(plan.ephemeralMb(), this.storage.toMegabytes());
	}

	static String text(DataSize size) {
		return (size.toMegabytes() > 0) ? size.toMegabytes() + " MiB" : size.toKilobytes() + " KiB";
	}

}
