package academy.coldstart.submission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Reads the directory of a zip archive strictly: everything has to be where the directory
 * says, once, and nothing beside it. Lenient readers disagree with each other about
 * archives that are not so, and that is what attacks are made of.
 */
final class ZipItems {

	private static final int END_SIGNATURE = 0x06054b50;

	private static final int END_SIZE = 22;

	private static final int DIRECTORY_SIGNATURE = 0x02014b50;

	private static final int DIRECTORY_SIZE = 46;

	private static final int LOCAL_SIGNATURE = 0x04034b50;

	private static final int LOCAL_SIZE = 30;

	private final ByteBuffer archive;

	private ZipItems(byte[] archive) {
		this.archive = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
	}

	static List<Item> of(byte[] archive) {
		ZipItems items = new ZipItems(archive);
		List<ZipRecord> entries = items.records();
		items.requireModestRatio(entries);
		return items.items(entries);
	}

	/**
	 * Read the directory of an archive whose entries may be packed well, as their reader
	 * states how much of each it takes.
	 * @param archive the archive
	 * @return what is in it
	 */
	static List<Item> ofAnyRatio(byte[] archive) {
		ZipItems items = new ZipItems(archive);
		return items.items(items.records());
	}

	private List<Item> items(List<ZipRecord> entries) {
		return entries.stream().map((entry) -> new Item(entry.name(), entry.kind(), () -> open(entry))).toList();
	}

	private List<ZipRecord> records() {
		try {
			return readRecords();
		}
		catch (IndexOutOfBoundsException ex) {
			throw broken("it ends too early");
		}
	}

	private List<ZipRecord> readRecords() {
		int end = findEnd();
		int count = unsigned16(end + 10);
		long start = unsigned32(end + 16);
		if (unsigned16(end + 4) != 0 || count != unsigned16(end + 8) || start + unsigned32(end + 12) != end) {
			throw broken("its directory is not where it should be");
		}
		if (count > Limits.ENTRIES) {
			throw new SubmissionRejected("too-many-entries", "The archive holds " + count + " files and folders; "
					+ Limits.ENTRIES + " are allowed. Pack only your own files.");
		}
		List<ZipRecord> entries = entries(Math.toIntExact(start), end, count);
		requireSeparate(entries, start);
		return entries;
	}

	private int findEnd() {
		for (int at = this.archive.limit() - END_SIZE; at >= 0
				&& at >= this.archive.limit() - END_SIZE - 0xFFFF; at--) {
			if (this.archive.getInt(at) == END_SIGNATURE
					&& at + END_SIZE + unsigned16(at + 20) == this.archive.limit()) {
				return at;
			}
		}
		throw broken("its end is missing, or it is no zip archive");
	}

	private List<ZipRecord> entries(int start, int end, int count) {
		List<ZipRecord> entries = new ArrayList<>();
		int at = start;
		for (int i = 0; i < count; i++) {
			if (at + DIRECTORY_SIZE > end || this.archive.getInt(at) != DIRECTORY_SIGNATURE) {
				throw broken("its directory is damaged");
			}
			entries.add(entry(at));
			at += DIRECTORY_SIZE + unsigned16(at + 28) + unsigned16(at + 30) + unsigned16(at + 32);
		}
		if (at != end) {
			throw broken("its directory is damaged");
		}
		return entries;
	}

	private ZipRecord entry(int at) {
		int flags = unsigned16(at + 8);
		String name = name(at + DIRECTORY_SIZE, unsigned16(at + 28));
		if ((flags & 0x2041) != 0) {
			throw new SubmissionRejected("archive-encrypted",
					"The archive is encrypted (" + FilePath.show(name) + "). Pack it again without a password.");
		}
		int method = unsigned16(at + 10);
		if (method != 0 && method != 8) {
			throw new SubmissionRejected("archive-method", FilePath.show(name)
					+ " is packed in a way that few programs can read. Pack it again as a plain zip archive.");
		}
		boolean unix = (unsigned16(at + 4) >> 8) == 3;
		int mode = unix ? unsigned16(at + 40) : 0;
		return located(new ZipRecord(name, mode, method, unsigned32(at + 16), unsigned32(at + 20), unsigned32(at + 24),
				unsigned32(at + 42), 0));
	}

	private ZipRecord located(ZipRecord entry) {
		int local = index(entry.offset());
		if (this.archive.getInt(local) != LOCAL_SIGNATURE || unsigned16(local + 8) != entry.method()
				|| !name(local + LOCAL_SIZE, unsigned16(local + 26)).equals(entry.name())) {
			throw broken("its directory and its content disagree about " + FilePath.show(entry.name()));
		}
		return entry.at(local + LOCAL_SIZE + unsigned16(local + 26) + unsigned16(local + 28));
	}

	private static void requireSeparate(List<ZipRecord> entries, long end) {
		long free = 0;
		for (ZipRecord entry : entries.stream().sorted(Comparator.comparingLong(ZipRecord::offset)).toList()) {
			if (entry.offset() < free || (free == 0 && entry.offset() != 0)) {
				throw broken("parts of it overlap or don't belong to it");
			}
			free = entry.data() + entry.packedSize();
		}
		if (free > end) {
			throw broken("parts of it overlap");
		}
	}

	private void requireModestRatio(List<ZipRecord> entries) {
		long unpacked = entries.stream().mapToLong(ZipRecord::size).sum();
		if (unpacked > Limits.FILE_BYTES && unpacked / this.archive.limit() >= Limits.RATIO) {
			throw new SubmissionRejected("archive-bomb", "The archive's " + this.archive.limit()
					+ " bytes claim to unpack to " + unpacked + " bytes. Pack only your own source files.");
		}
	}

	private InputStream open(ZipRecord entry) {
		InputStream packed = new ByteArrayInputStream(this.archive.array(), index(entry.data()),
				index(entry.packedSize()));
		InputStream plain = (entry.method() == 0) ? packed : new Inflated(packed);
		return new VerifiedZipStream(plain, entry);
	}

	private String name(int at, int length) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(this.archive.slice(at, length)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new SubmissionRejected("archive-name-not-utf-8", "A file name in the archive is not UTF-8 text. "
					+ "Rename the file with plain letters and pack it again.");
		}
	}

	private int unsigned16(int at) {
		return Short.toUnsignedInt(this.archive.getShort(at));
	}

	private long unsigned32(int at) {
		return Integer.toUnsignedLong(this.archive.getInt(at));
	}

	private int index(long value) {
		if (value > this.archive.limit()) {
			throw broken("it ends too early");
		}
		return (int) value;
	}

	static SubmissionRejected broken(String why) {
		return new SubmissionRejected("archive-broken",
				"The zip archive can't be read: " + why + ". Pack the folder again and send the new archive.");
	}

	/**
	 * Unpacks deflated content and frees the memory of its inflater when closed.
	 */
	private static final class Inflated extends InflaterInputStream {

		Inflated(InputStream packed) {
			super(packed, new Inflater(true));
		}

		@Override
		public void close() throws IOException {
			super.close();
			this.inf.end();
		}

	}

}
