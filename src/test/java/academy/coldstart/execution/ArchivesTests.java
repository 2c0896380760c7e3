package academy.coldstart.execution;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;

import academy.coldstart.isolation.Directories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchivesTests {

	@TempDir
	private Path directory;

	@AfterEach
	void delete() {
		Directories.delete(this.directory.resolve("code"));
	}

	@Test
	void unpacksTheSameArchivesOnce() throws IOException {
		Archives archives = new Archives(this.directory, 1_000_000);
		String hash = store(archives, "x = 1", 1);
		try (Archives.Tree first = archives.tree(List.of(hash)); Archives.Tree second = archives.tree(List.of(hash))) {
			assertThat(second.directory()).isEqualTo(first.directory());
			assertThat(first.directory().resolve("app.py")).hasContent("x = 1");
		}
	}

	@Test
	void makesAnEmptyDirectoryOfNoLayers() {
		try (Archives.Tree none = new Archives(this.directory, 1_000_000).tree(List.of())) {
			assertThat(none.directory()).isEmptyDirectory();
		}
	}

	@Test
	void makesRoomByForgettingTheOldestThatNobodyUses() throws IOException {
		Archives archives = new Archives(this.directory, 300);
		String used = store(archives, "used", 1);
		String old = store(archives, "old", 2);
		Archives.Tree unused = archives.tree(List.of(old));
		unused.close();
		try (Archives.Tree tree = archives.tree(List.of(used))) {
			String latest = store(archives, "latest", 3);
			assertThat(archives.has(latest)).isTrue();
			assertThat(archives.has(used)).isTrue();
			assertThat(archives.has(old)).isFalse();
			assertThat(unused.directory()).doesNotExist();
			assertThat(tree.directory()).exists();
		}
	}

	@Test
	void leavesNothingOfAnArchiveThatCannotBeUnpacked() throws IOException {
		Archives archives = new Archives(this.directory, 1_000_000);
		byte[] archive = Zips.of(Map.of("../evil", "x"));
		archives.put(Zips.sha256(archive), new ByteArrayInputStream(archive));
		assertThatExceptionOfType(ArchiveRejected.class).isThrownBy(() -> archives.tree(List.of(Zips.sha256(archive))));
		assertThat(this.directory.resolve("code")).isEmptyDirectory();
	}

	private String store(Archives archives, String content, int age) throws IOException {
		byte[] archive = Zips.of(Map.of("app.py", content));
		String hash = Zips.sha256(archive);
		archives.put(hash, new ByteArrayInputStream(archive));
		Files.setLastModifiedTime(this.directory.resolve("archives").resolve(hash), FileTime.fromMillis(age * 1000L));
		return hash;
	}

}
