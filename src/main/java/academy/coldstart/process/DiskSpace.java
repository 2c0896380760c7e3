package academy.coldstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The room on the disk of a folder in which programs work.
 *
 * @param folder the folder, which need not exist: what counts is where it would be made
 */
public record DiskSpace(Path folder) {

	/** What programs at work write, in megabytes, with room to spare. */
	public static final int NEEDED_MB = 50;

	private static final long MEGABYTE = 1024L * 1024;

	/**
	 * Say whether there is too little room to begin to work.
	 * @return whether less than {@value #NEEDED_MB} MB are left
	 * @throws UncheckedIOException when the system does not tell
	 */
	public boolean isShort() {
		return usable() < NEEDED_MB * MEGABYTE;
	}

	/**
	 * Look whether nothing more can be written in the middle of the work.
	 * @return what is wrong, as a sentence, or empty
	 * @throws UncheckedIOException when the system does not tell
	 */
	public Optional<String> fault() {
		return (usable() < MEGABYTE) ? Optional.of("The disk with " + this.folder + " is full.") : Optional.empty();
	}

	/**
	 * Word that there is too little room.
	 * @param whose what needs it, with its verb
	 * @return a sentence that names the folder and the room that is needed
	 */
	public String shortage(String whose) {
		return "The disk with " + this.folder + " is full: " + whose + " " + NEEDED_MB + " MB there.";
	}

	private long usable() {
		Path existing = this.folder.toAbsolutePath().normalize();
		while (!Files.exists(existing) && existing.getParent() != null) {
			existing = existing.getParent();
		}
		try {
			return Files.getFileStore(existing).getUsableSpace();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("It could not be found out how full the disk with " + this.folder + " is",
					ex);
		}
	}

}
