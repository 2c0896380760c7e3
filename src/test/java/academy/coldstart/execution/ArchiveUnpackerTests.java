package academy.coldstart.execution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchiveUnpackerTests {

	@TempDir
	private Path directory;

	@AfterEach
	void delete() {
		academy.coldstart.isolation.Directories.delete(target());
	}

	@Test
	void unpacksFilesThatNobodyCanChange() throws IOException {
		unpack(Zips.of(Map.of("app.py", "x = 1", "lib/deep/a.py", "y = 2")));
		assertThat(target().resolve("app.py")).hasContent("x = 1");
		assertThat(target().resolve("lib/deep/a.py")).hasContent("y = 2");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target().resolve("app.py"))))
			.isEqualTo("r--r--r--");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target().resolve("lib/deep"))))
			.isEqualTo("r-xr-xr-x");
	}

	@Test
	void letsALaterArchiveReplaceFiles() {
		unpack(Zips.of(Map.of("a.txt", "first", "b.txt", "first")), Zips.of(Map.of("a.txt", "second")));
		assertThat(target().resolve("a.txt")).hasContent("second");
		assertThat(target().resolve("b.txt")).hasContent("first");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../evil", "a/../../evil", "/etc/passwd", "a//b", "./a", "a/.", "..", "a\\..\\b",
			"a\u0001b", "a\nb" })
	void refusesNamesThatLeadElsewhere(String name) {
		refuses(Zips.of(Map.of(name, "x")), "name that is not allowed");
		assertThat(this.directory.resolve("evil")).doesNotExist();
	}

	@Test
	void refusesNamesThatAreTooLongOrTooDeep() {
		refuses(Zips.of(Map.of("x".repeat(300), "x")), "name that is not allowed");
		refuses(Zips.of(Map.of("d/".repeat(100) + "x", "x")), "name that is not allowed");
	}

	@Test
	void makesNoLinks() throws IOException {
		byte[] zip = Zips.of(Map.of("link", "/etc/passwd"));
		markAsLink(zip);
		unpack(zip);
		assertThat(Files.isRegularFile(target().resolve("link"), LinkOption.NOFOLLOW_LINKS)).isTrue();
		assertThat(target().resolve("link")).hasContent("/etc/passwd");
	}

	@Test
	void refusesAFileThatIsADirectoryToo() {
		Map<String, String> files = new LinkedHashMap<>();
		files.put("a", "file");
		files.put("a/b", "inside");
		refuses(Zips.of(files), "something that is a file");
	}

	@Test
	void refusesTwoEntriesOfOneName() {
		byte[] zip = Zips.of(Map.of("aaaa.py", "1", "bbbb.py", "2"));
		byte[] renamed = replace(zip, "bbbb.py", "aaaa.py");
		refuses(renamed, "two entries named 'aaaa.py'");
	}

	@Test
	void refusesAnArchiveThatGrowsTooLarge() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("zeros"));
			byte[] zeros = new byte[1024 * 1024];
			for (int i = 0; i < 251; i++) {
				zip.write(zeros);
			}
		}
		refuses(bytes.toByteArray(), "larger than 250 MB");
	}

	@Test
	void refusesWhatIsNoArchive() {
		refuses("not a zip".getBytes(StandardCharsets.UTF_8), "not a valid zip file");
		refuses(new byte[0], "not a valid zip file");
		byte[] zip = Zips.of(Map.of("app.py", "x = 1"));
		refuses(Arrays.copyOf(zip, zip.length - 10), "not a valid zip file");
	}

	private void refuses(byte[] archive, String reason) {
		assertThatExceptionOfType(ArchiveRejected.class).isThrownBy(() -> unpack(archive))
			.withMessageContaining(reason);
	}

	private void unpack(byte[]... archives) {
		try {
			List<Path> files = new java.util.ArrayList<>();
			for (byte[] archive : archives) {
				files.add(Files.write(this.directory.resolve("archive-" + files.size()), archive));
			}
			new ArchiveUnpacker(target()).unpack(files);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Path target() {
		return this.directory.resolve("target");
	}

	/** Set the Unix mode in the central directory to that of a symbolic link. */
	private static void markAsLink(byte[] zip) {
		ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < zip.length - 46; i++) {
			if (buffer.getInt(i) == 0x02014b50) {
				buffer.put(i + 5, (byte) 3);
				buffer.putInt(i + 38, 0xa1ff << 16);
			}
		}
	}

	private static byte[] replace(byte[] zip, String from, String to) {
		String text = new String(zip, StandardCharsets.ISO_8859_1);
		return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
	}

}
