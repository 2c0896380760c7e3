package academy.coldstart.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes zip archives that honest programs do not write. Offsets are those of PKWARE's
 * APPNOTE.TXT, sections 4.3.7 and 4.3.12.
 */
final class HostileArchive {

	private static final int DIRECTORY = 0x02014b50;

	private static final int DIRECTORY_SIZE = 46;

	private static final int LOCAL_SIZE = 30;

	private static final int UNIX = 3;

	private final HostileInput input;

	private final ByteBuffer bytes;

	private HostileArchive(HostileInput input) {
		this.input = input;
		this.bytes = ByteBuffer.wrap(honest(input)).order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Write an archive.
	 * @param input what is in it, and what is wrong with it
	 * @return its bytes
	 */
	static byte[] write(HostileInput input) {
		return new HostileArchive(input).write();
	}

	private static byte[] honest(HostileInput input) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
			byte[] zeros = new byte[1024 * 1024];
			for (int i = 0; i < input.times(); i++) {
				zip.putNextEntry(new ZipEntry(input.entry(i)));
				zip.write("def handler(event, context):\n    return 1\n".getBytes(StandardCharsets.UTF_8));
				for (int left = input.zeros(); left > 0; left -= zeros.length) {
					zip.write(zeros, 0, Math.min(left, zeros.length));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private byte[] write() {
		List<Integer> entries = entries();
		entries.forEach(this::setMode);
		switch (this.input.kind()) {
			case NONE, TRUNCATED, POLYGLOT -> {
				// Nothing inside is changed.
			}
			case ENCRYPTED -> entries.forEach((at) -> this.bytes.putShort(at + 8, (short) 0x801));
			case LYING -> entries.forEach((at) -> this.bytes.putInt(at + 24, 1));
			case BYTES -> entries.forEach(this::spoilName);
			case OVERLAPPING -> entries.forEach((at) -> this.bytes.putInt(at + 42, 0));
		}
		byte[] done = this.bytes.array();
		return switch (this.input.kind()) {
			case TRUNCATED -> Arrays.copyOf(done, done.length / 2);
			case POLYGLOT -> ByteBuffer.allocate(done.length + 4).putInt(0x7f454c46).put(done).array();
			case NONE, ENCRYPTED, LYING, BYTES, OVERLAPPING -> done;
		};
	}

	private List<Integer> entries() {
		List<Integer> entries = new ArrayList<>();
		int end = this.bytes.limit() - 22;
		int at = this.bytes.getInt(end + 16);
		while (at + DIRECTORY_SIZE <= end && this.bytes.getInt(at) == DIRECTORY) {
			entries.add(at);
			at += DIRECTORY_SIZE + this.bytes.getShort(at + 28) + this.bytes.getShort(at + 30);
		}
		return entries;
	}

	private void setMode(int at) {
		this.bytes.put(at + 5, (byte) UNIX);
		this.bytes.putInt(at + 38, this.input.unixMode() << 16);
	}

	private void spoilName(int at) {
		this.bytes.put(at + DIRECTORY_SIZE, (byte) 0xFF);
		this.bytes.put(this.bytes.getInt(at + 42) + LOCAL_SIZE, (byte) 0xFF);
	}

}
