package academy.coldstart.engine.installation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Classes that a JVM has read and linked once and that later ones only map into memory.
 *
 * @param kind how it is made and used
 * @param file where it is
 */
record ClassArchive(Kind kind, Path file) {

	/** The name of the archive for functions. */
	static final String FUNCTIONS = "functions";

	/** The name of the archive for the compiler. */
	static final String COMPILER = "compiler";

	static ClassArchive in(Path directory, String name, Kind kind) {
		return new ClassArchive(kind, directory.resolve(name + kind.ending));
	}

	static Optional<ClassArchive> find(Path directory, String name) {
		return Arrays.stream(Kind.values())
			.map((kind) -> in(directory, name, kind))
			.filter((archive) -> Files.exists(archive.file))
			.findFirst();
	}

	/**
	 * Return the option with which a JVM makes it when it ends.
	 * @return the option
	 */
	String making() {
		return this.kind.making + this.file;
	}

	/**
	 * Return the option with which a JVM uses it. A JVM that cannot, goes on without.
	 * @return the option
	 */
	String using() {
		return this.kind.using + this.file;
	}

	/**
	 * How an archive is made and used, the better first.
	 */
	enum Kind {

		/** An ahead-of-time cache, from JDK 25 on (JEP 483, 514 and 515). */
		AOT_CACHE("an ahead-of-time cache", ".aot", "-XX:AOTCacheOutput=", "-XX:AOTCache=", "-XX:AOTMode=on"),

		/** A dynamic class data archive, from JDK 13 on (JEP 350). */
		CLASS_DATA("a class data archive", ".jsa", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", "-Xshare:on");

		private final String title;

		private final String ending;

		private final String making;

		private final String using;

		private final String demanding;

		Kind(String title, String ending, String making, String using, String demanding) {
			this.title = title;
			this.ending = ending;
			this.making = making;
			this.using = using;
			this.demanding = demanding;
		}

		String title() {
			return this.title;
		}

		/**
		 * Return the option with which a JVM ends when it cannot use an archive.
		 * @return the option
		 */
		String demanding() {
			return this.demanding;
		}

		static Kind of(Jdk jdk) {
			return (jdk.feature() >= 25) ? AOT_CACHE : CLASS_DATA;
		}

	}

}
