package academy.coldstart.submission;

import java.time.Instant;
import java.util.UUID;

/**
 * Work that was kept where something else became the draft.
 *
 * @param id its id
 * @param reason why it was kept
 * @param keptAt when
 */
public record DraftCopy(UUID id, Reason reason, Instant keptAt) {

	/**
	 * Why a copy was kept.
	 */
	public enum Reason {

		/** It was saved from an older draft than the newest. */
		OUTDATED,

		/** Something that was not made from it took its place. */
		REPLACED,

		/** The learner started over. */
		RESET,

		/** A review began from the starter. */
		REVIEW

	}

}
