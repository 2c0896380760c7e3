package academy.coldstart.fault;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What is done to a call.
 */
public sealed interface Effect {

	/**
	 * What takes the place of the usual answer. Only one of them can happen to a call.
	 */
	sealed interface Decisive extends Effect {

	}

	/**
	 * Answer with the throttling error of the service.
	 *
	 * @param message the message, or null for the one that the service itself uses
	 */
	record Throttle(@Nullable String message) implements Decisive {
	}

	/**
	 * Answer with the error by which the service says that the fault is on its side.
	 *
	 * @param status 500 or 503
	 * @param message the message, or null for the one that the service itself uses
	 */
	record ServerError(int status, @Nullable String message) implements Decisive {

		public ServerError {
			if (status != 500 && status != 503) {
				throw new IllegalArgumentException("A server error has the status 500 or 503, not " + status);
			}
		}

	}

	/**
	 * Answer with an error.
	 *
	 * @param status the HTTP status, from 400 to 599
	 * @param code the error code
	 * @param message the message
	 */
	record Failure(int status, String code, String message) implements Decisive {

		public Failure {
			if (status < 400 || status > 599) {
				throw new IllegalArgumentException("An error has a status from 400 to 599, not " + status);
			}
		}

	}

	/**
	 * Let the call pass, but late.
	 *
	 * @param by how long it waits
	 * @param point whether the request waits or the reply
	 */
	record Delay(Duration by, Point point) implements Effect {

		public Delay {
			if (by.isNegative() || by.isZero()) {
				throw new IllegalArgumentException("A delay is longer than nothing, not " + by);
			}
		}

	}

	/**
	 * On which side of the service something happens.
	 */
	enum Point {

		/** The service has not seen the call. */
		BEFORE,

		/** The service has done what it was asked. */
		AFTER

	}

}
