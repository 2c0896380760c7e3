package academy.coldstart.grader;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;

/**
 * Hands a {@link Run} to the checks that are executed in a launcher session, so that runs
 * in parallel sessions stay apart.
 */
public final class RunSession {

	private static final String KEY = "run";

	private static final Namespace NAMESPACE = Namespace.create(RunSession.class.getName());

	private RunSession() {
	}

	/**
	 * Make a run known to everything that is executed in a session.
	 * @param session the session
	 * @param run the run
	 */
	public static void bind(LauncherSession session, Run run) {
		session.getStore().put(NAMESPACE, KEY, run);
	}

	static Run find(ExtensionContext context) {
		Run run = context
			.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION,
					ExtensionContext.Namespace.create(RunSession.class.getName()))
			.get(KEY, Run.class);
		if (run == null) {
			throw new IllegalStateException(
					"A grader runs on a deployed exercise: start it with ./coldstart verify or ./coldstart grade");
		}
		return run;
	}

}
