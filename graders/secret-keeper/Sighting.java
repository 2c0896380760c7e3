package academy.coldstart.graders.secretkeeper;

import java.util.List;

import academy.coldstart.grader.Place;
import org.jspecify.annotations.Nullable;

/**
 * A place in which a key is readable.
 *
 * @param where the place, in the middle of a sentence
 * @param who who reads it there, as a sentence without its end
 * @param evidence ids of records that show it
 * @param place where in the learner's files that comes from, or null
 */
record Sighting(String where, String who, List<String> evidence, @Nullable Place place) {

	Sighting(String where, String who, @Nullable Place place) {
		this(where, who, List.of(), place);
	}

	/**
	 * Say how the key is written there.
	 * @param form the end of a sentence, such as {@code , in Base64}
	 * @return the sighting with it
	 */
	Sighting in(String form) {
		return new Sighting(this.where + form, this.who, this.evidence, this.place);
	}

}
