package academy.coldstart.isolation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The command line prefix that gives a program its own view of the file system where root
 * may do that: its scratch directory is {@code /tmp}, and the directories it reads stay
 * where they are although they may lie below one that is closed to ordinary users.
 */
final class PrivateView {

	static final Path TMP = Path.of("/tmp");

	/** Takes stage, scratch, working directory, closed, --, readable, --, program. */
	private static final String SCRIPT = """
			set -e
			stage=$1 scratch=$2 directory=$3
			shift 3
			mount -t tmpfs -o mode=0711,size=1m coldstart "$stage"
			hidden=""
			closed=0
			while [ "$1" != -- ]; do
				closed=$((closed + 1)); eval "closed_$closed=\\$1"; shift
			done
			shift
			count=0
			while [ "$1" != -- ]; do
				count=$((count + 1)); eval "readable_$count=\\$1"
				mkdir "$stage/$count"; mount -o bind,ro "$1" "$stage/$count"; shift
			done
			shift
			mount --bind "$scratch" /tmp
			i=0
			while [ $i -lt $closed ]; do
				i=$((i + 1)); eval "path=\\$closed_$i"
				mount -t tmpfs -o mode=0711,size=1m coldstart "$path"
			done
			i=0
			while [ $i -lt $count ]; do
				i=$((i + 1)); eval "path=\\$readable_$i"
				mkdir -p "$path"; mount --move "$stage/$i" "$path"
			done
			umount "$stage"
			cd "$directory"
			exec "$@"
			""";

	/** Where directories are held while their usual place is being covered. */
	private static final List<Path> STAGES = List.of(Path.of("/mnt"), Path.of("/media"), Path.of("/srv"));

	private PrivateView() {
	}

	static List<String> prefix(Confinement confinement, Path directory) {
		Set<Path> closed = new LinkedHashSet<>();
		List<Path> covered = new ArrayList<>();
		for (Path readable : confinement.readable()) {
			Directories.obstacle(readable).filter((path) -> !path.startsWith(TMP)).ifPresent(closed::add);
			if (readable.startsWith(TMP) || Directories.obstacle(readable).isPresent()) {
				covered.add(readable);
			}
		}
		List<String> line = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private", "--", "sh", "-c",
				SCRIPT, "sh", stage(confinement).toString(), confinement.scratch().toString(), directory.toString()));
		closed.forEach((path) -> line.add(path.toString()));
		line.add("--");
		covered.forEach((path) -> line.add(path.toString()));
		line.add("--");
		return line;
	}

	private static Path stage(Confinement confinement) {
		return STAGES.stream()
			.filter(Files::isDirectory)
			.filter((stage) -> confinement.readable().stream().noneMatch((path) -> path.startsWith(stage)))
			.filter((stage) -> !confinement.scratch().startsWith(stage))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"None of " + STAGES + " is free to prepare the file system of a learner program"));
	}

}
