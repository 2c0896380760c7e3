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
	 * What makes a call late. Several of them add up.
	 */
	sealed interface Holding extends Effect {

		/**
		 * Return where the call is held.
		 * @return whether the request is held or the reply
		 */
		Point point();

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
	 * Give no answer at all until the caller gives up.
	 */
	record Hang() implements Decisive {
	}

	/**
	 * Reset the connection.
	 *
	 * @param point before the call is forwarded, or after the service has answered
	 */
	record Reset(Point point) implements Decisive {
	}

	/**
	 * Kill the environment that makes the call.
	 *
	 * @param point before the call is forwarded, or after the service has answered
	 */
	record Kill(Point point) implements Decisive {
	}

	/**
	 * Send the reply piece by piece.
	 *
	 * @param bytesPerSecond how fast
	 */
	record Trickle(int bytesPerSecond) implements Decisive {

		/** How often a piece is sent. */
		public static final Duration PERIOD = Duration.ofMillis(100);

		public Trickle {
			if (bytesPerSecond < 10) {
				throw new IllegalArgumentException(
						"A reply is sent with at least 10 bytes a second, not " + bytesPerSecond);
			}
		}

		/**
		 * Return the size of the pieces.
		 * @return bytes
		 */
		public int piece() {
			return this.bytesPerSecond / 10;
		}

	}

	/**
	 * Let the call pass, but late.
	 *
	 * @param by how long it waits
	 * @param point whether the request waits or the reply
	 */
	record Delay(Duration by, Point point) implements Holding {

		public Delay {
			if (by.isNegative() || by.isZero()) {
				throw new IllegalArgumentException("A delay is longer than nothing, not " + by);
			}
		}

	}

	/**
	 * Hold calls back before they are forwarded until several have come, so that none of
	 * them can see what another does.
	 *
	 * @param count how many have to come
	 * @param patience how long a call waits for the others at most
	 */
	record Gather(int count, Duration patience) implements Holding {

		public Gather {
			if (count < 2) {
				throw new IllegalArgumentException("At least two calls are gathered, not " + count);
			}
		}

		@Override
		public Point point() {
			return Point.BEFORE;
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
