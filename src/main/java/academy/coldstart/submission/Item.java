package academy.coldstart.submission;

import java.io.IOException;
import java.io.InputStream;

/**
 * One thing found in an upload.
 *
 * @param path the path as the upload states it
 * @param kind what it is
 * @param content opens its content
 */
record Item(String path, Kind kind, Content content) {

	Item withPath(String newPath) {
		return new Item(newPath, this.kind, this.content);
	}

	/**
	 * What an item is.
	 */
	enum Kind {

		/** A file. */
		FILE,

		/** A folder. */
		FOLDER,

		/** A symbolic link. */
		LINK,

		/** A device, a pipe or a socket. */
		SPECIAL

	}

	/**
	 * Opens the content of an item.
	 */
	@FunctionalInterface
	interface Content {

		InputStream open() throws IOException;

	}

}
