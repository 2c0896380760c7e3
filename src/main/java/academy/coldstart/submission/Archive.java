package academy.coldstart.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import org.springframework.core.io.InputStreamSource;

/**
 * A zip archive of somebody else. It is read as strictly as uploads are, and never
 * unpacked as a whole: whoever reads a part says how much of it may come.
 */
public final class Archive {

	private final List<Item> items;

	private Archive(List<Item> items) {
		this.items = items;
	}

	/**
	 * Read what is in an archive.
	 * @param content the archive
	 * @param mostBytes how large it may be
	 * @return the archive
	 * @throws SubmissionRejected when it is larger, broken, or holds links or devices
	 */
	public static Archive of(InputStreamSource content, int mostBytes) {
		List<Item> items = ZipItems.ofAnyRatio(read(content, mostBytes));
		items.forEach(Archive::requireFileOrFolder);
		return new Archive(items.stream().filter((item) -> item.kind() == Item.Kind.FILE).toList());
	}

	/**
	 * Read a file.
	 * @param path its path
	 * @param mostBytes how large it may be when unpacked
	 * @return its content, or empty when there is no such file
	 * @throws SubmissionRejected when it is larger or damaged
	 */
	public Optional<byte[]> file(String path, int mostBytes) {
		return this.items.stream()
			.filter((item) -> item.path().equals(path))
			.findFirst()
			.map((item) -> read(item.content()::open, mostBytes));
	}

	/**
	 * Take the files of a folder as something that is handed in.
	 * @param folder the folder, without a slash at its end
	 * @return the files, with paths from that folder on
	 */
	public Upload folder(String folder) {
		String prefix = folder + "/";
		return new Upload.Files(this.items.stream()
			.filter((item) -> item.path().startsWith(prefix))
			.map((item) -> new Upload.Part(item.path().substring(prefix.length()), item.content()::open))
			.toList());
	}

	private static void requireFileOrFolder(Item item) {
		if (item.kind() != Item.Kind.FILE && item.kind() != Item.Kind.FOLDER) {
			throw new SubmissionRejected("link",
					FilePath.show(item.path()) + " is a link or a device. An archive may hold files only.");
		}
	}

	private static byte[] read(InputStreamSource content, int mostBytes) {
		try (InputStream in = content.getInputStream()) {
			byte[] bytes = in.readNBytes(mostBytes + 1);
			if (bytes.length > mostBytes) {
				throw new SubmissionRejected("archive-too-large",
						"The archive, or a file in it, is larger than the %,d bytes that are allowed there."
							.formatted(mostBytes));
			}
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
