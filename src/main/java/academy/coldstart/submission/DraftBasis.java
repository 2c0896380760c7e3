package academy.coldstart.submission;

/**
 * What a save was made from.
 *
 * @param revision the revision of the draft that the sender knows, 0 when it knows none
 * @param replacing whether the files were not made from that draft but take its place, as
 * the starter or a copy does; the draft is kept as a copy then
 */
public record DraftBasis(long revision, boolean replacing) {

	/** The basis where there is no draft yet. */
	public static final DraftBasis NONE = new DraftBasis(0, false);

}
