package academy.coldstart.submission;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * The unpacked content of a zip entry. Complains as soon as there is more than the
 * directory states, and at the end when there was less or something else.
 */
final class VerifiedZipStream extends FilterInputStream {

	private final ZipRecord entry;

	private final CRC32 checksum = new CRC32();

	private long count;

	VerifiedZipStream(InputStream content, ZipRecord entry) {
		super(content);
		this.entry = entry;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : Byte.toUnsignedInt(one[0]);
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = readPacked(target, offset, length);
		if (read < 0) {
			verify();
			return read;
		}
		this.count += read;
		this.checksum.update(target, offset, read);
		if (this.count > this.entry.size()) {
			throw ZipItems.broken("there is more in " + FilePath.show(this.entry.name()) + " than it says");
		}
		return read;
	}

	private int readPacked(byte[] target, int offset, int length) throws IOException {
		try {
			return super.read(target, offset, length);
		}
		catch (ZipException | java.io.EOFException ex) {
			throw ZipItems.broken("the content of " + FilePath.show(this.entry.name()) + " is damaged");
		}
	}

	private void verify() {
		if (this.count != this.entry.size() || this.checksum.getValue() != this.entry.checksum()) {
			throw ZipItems.broken("the content of " + FilePath.show(this.entry.name()) + " is damaged");
		}
	}

}
