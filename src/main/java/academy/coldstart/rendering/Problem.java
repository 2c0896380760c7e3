package academy.coldstart.rendering;

import java.nio.file.Path;

/**
 * Something in the course's files that has to be put right before it can be shown.
 *
 * @param file the file, relative to the course's root
 * @param line the line in it, from 1
 * @param what what is wrong, as a sentence
 * @param remedy what to do about it, as a sentence
 */
public record Problem(Path file, int line, String what, String remedy) {

	@Override
	public String toString() {
		return this.file.toString().replace('\\', '/') + ":" + this.line + ": " + this.what + " " + this.remedy;
	}

}
