package academy.coldstart.graders.wherefailuresgo;

import org.jspecify.annotations.Nullable;

/**
 * A place that something is handed on to.
 *
 * @param from the ARN of the place before it, or null at the beginning
 * @param arn its ARN
 * @param parcel what it gets
 * @param whole whether it gets that unchanged, as far as settings tell
 */
record Hop(@Nullable String from, String arn, Parcel parcel, boolean whole) {

	static Hop first(String arn, Parcel parcel) {
		return new Hop(null, arn, parcel, true);
	}

	Hop to(String next, Parcel handed, boolean unchanged) {
		return new Hop(this.arn, next, handed, this.whole && unchanged);
	}

	boolean isQueue() {
		return this.arn.contains(":sqs:");
	}

	boolean isFunction() {
		return this.arn.contains(":lambda:");
	}

}
