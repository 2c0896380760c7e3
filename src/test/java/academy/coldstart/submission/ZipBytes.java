package academy.coldstart.submission;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes zip archives byte by byte, honest ones and others.
 */
final class ZipBytes {

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private final List<byte[]> directory = new ArrayList<>();

	ZipBytes file(String name, String text) {
		return add(new Entry(name, text.getBytes(StandardCharsets.UTF_8)));
	}

	ZipBytes file(String name, byte[] bytes) {
		return add(new Entry(name, bytes));
	}

	ZipBytes link(String name, String target) {
		Entry entry = new Entry(name, target.getBytes(StandardCharsets.UTF_8));
		entry.mode = 0120777;
		return add(entry);
	}

	ZipBytes add(Entry entry) {
		int offset = (entry.offset >= 0) ? entry.offset : this.content.size();
		byte[] packed = deflate(entry.bytes);
		byte[] name = (entry.rawName != null) ? entry.rawName : entry.name.getBytes(StandardCharsets.UTF_8);
		byte[] localName = (entry.localName != null) ? entry.localName.getBytes(StandardCharsets.UTF_8) : name;
		CRC32 crc = new CRC32();
		crc.update(entry.bytes);
		int checksum = (entry.checksum != null) ? entry.checksum : (int) crc.getValue();
		int size = (entry.size >= 0) ? entry.size : entry.bytes.length;
		if (entry.offset < 0) {
			ByteBuffer local = buffer(30 + localName.length).putInt(0x04034b50).putShort((short) 20);
			local.putShort((short) entry.flags).putShort((short) entry.method).putInt(0).putInt(checksum);
			local.putInt(packed.length).putInt(size).putShort((short) localName.length).putShort((short) 0);
			this.content.writeBytes(written(local.put(localName)));
			this.content.writeBytes(packed);
		}
		ByteBuffer central = buffer(46 + name.length).putInt(0x02014b50).putShort((short) 0x031E).putShort((short) 20);
		central.putShort((short) entry.flags).putShort((short) entry.method).putInt(0).putInt(checksum);
		central.putInt(packed.length).putInt(size).putShort((short) name.length).putShort((short) 0);
		central.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(entry.mode << 16).putInt(offset);
		this.directory.add(written(central.put(name)));
		return this;
	}

	byte[] bytes() {
		return bytes(this.directory.size());
	}

	byte[] bytes(int statedCount) {
		ByteArrayOutputStream archive = new ByteArrayOutputStream();
		archive.writeBytes(this.content.toByteArray());
		this.directory.forEach(archive::writeBytes);
		int length = archive.size() - this.content.size();
		ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0);
		end.putShort((short) statedCount).putShort((short) statedCount).putInt(length).putInt(this.content.size());
		archive.writeBytes(written(end.putShort((short) 0)));
		return archive.toByteArray();
	}

	private static ByteBuffer buffer(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static byte[] written(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.capacity()];
		buffer.rewind().get(bytes);
		return bytes;
	}

	private static byte[] deflate(byte[] bytes) {
		Deflater deflater = new Deflater(9, true);
		deflater.setInput(bytes);
		deflater.finish();
		byte[] packed = new byte[bytes.length + 64];
		int length = deflater.deflate(packed);
		deflater.end();
		return java.util.Arrays.copyOf(packed, length);
	}

	/**
	 * An entry, and where it lies.
	 */
	static final class Entry {

		private final String name;

		private final byte[] bytes;

		private byte @org.jspecify.annotations.Nullable [] rawName;

		private @org.jspecify.annotations.Nullable String localName;

		private @org.jspecify.annotations.Nullable Integer checksum;

		private int size = -1;

		private int offset = -1;

		private int flags = 0x800;

		private int method = 8;

		private int mode = 0100644;

		Entry(String name, byte[] bytes) {
			this.name = name;
			this.bytes = bytes;
		}

		Entry rawName(byte[] newRawName) {
			this.rawName = newRawName;
			return this;
		}

		Entry localName(String newLocalName) {
			this.localName = newLocalName;
			return this;
		}

		Entry checksum(int newChecksum) {
			this.checksum = newChecksum;
			return this;
		}

		Entry statedSize(int newSize) {
			this.size = newSize;
			return this;
		}

		Entry at(int newOffset) {
			this.offset = newOffset;
			return this;
		}

		Entry flags(int newFlags) {
			this.flags = newFlags;
			return this;
		}

		Entry method(int newMethod) {
			this.method = newMethod;
			return this;
		}

		Entry mode(int newMode) {
			this.mode = newMode;
			return this;
		}

	}

}
