package academy.coldstart.grading.web;

import java.time.Duration;

import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.grading.Gradings;
import academy.coldstart.ui.GradingReadiness;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finds out when gradings go on that wait.
 */
@Component
class Outlooks {

	private final Gradings gradings;

	private final GradingReadiness readiness;

	Outlooks(Gradings gradings, GradingReadiness readiness) {
		this.gradings = gradings;
		this.readiness = readiness;
	}

	Outlook of(GradingState state) {
		boolean queued = state.status() == Status.QUEUED;
		boolean preparing = state.status() == Status.RUNNING && Stage.ENGINE.id().equals(state.stage());
		return (queued || preparing) ? new Outlook(queued ? estimate(state) : null, isEngineMissing()) : Outlook.OPEN;
	}

	// The page matters more than the estimate in it.
	private @Nullable Duration estimate(GradingState state) {
		try {
			return this.gradings.estimate(state.submission()).orElse(null);
		}
		catch (DataAccessException ex) {
			return null;
		}
	}

	private boolean isEngineMissing() {
		return switch (this.readiness.now().level()) {
			case PREPARING, UNAVAILABLE -> true;
			case READY, STOPPING -> false;
		};
	}

}
