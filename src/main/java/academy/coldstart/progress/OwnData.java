package academy.coldstart.progress;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.coldstart.course.LearnerRecords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * All that Coldstart keeps of the learner, whichever module keeps it.
 */
@Service
public class OwnData {

	private static final String READ_ME = """
			Everything that Coldstart keeps of you.

			attempts/      what you handed in, each with its report and its trace
			drafts/        what you are working on
			events/        events that you wrote to try your code with
			hints.json     the hints that you opened
			kept-copies/   drafts that something else took the place of
			not-accepted/  uploads that broke a rule
			progress.json  how you stand with each exercise
			reviews.json   what became of your reviews
			""";

	private final List<LearnerRecords> records;

	private final ProgressDocument progress;

	private final TransactionOperations transactions;

	OwnData(List<LearnerRecords> records, ProgressDocument progress, TransactionOperations transactions) {
		this.records = List.copyOf(records);
		this.progress = progress;
		this.transactions = transactions;
	}

	/**
	 * Pack everything that is kept into a zip archive. It is written while it is read, as
	 * it may be large.
	 * @param out takes the archive
	 * @throws IOException when it cannot be written
	 */
	public void export(OutputStream out) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			Set<String> names = new HashSet<>();
			add(zip, names, "README.txt", READ_ME.getBytes(StandardCharsets.UTF_8));
			add(zip, names, "progress.json", this.progress.json());
			this.transactions.executeWithoutResult((status) -> this.records
				.forEach((one) -> one.export((path, content) -> add(zip, names, path, content))));
		}
	}

	/**
	 * Delete everything that is kept, or nothing.
	 * @return why nothing could be deleted, or empty when everything is gone
	 */
	public Optional<String> delete() {
		Optional<String> answer = this.transactions.execute((status) -> {
			Optional<String> obstacle = this.records.stream().flatMap((one) -> one.obstacle().stream()).findFirst();
			if (obstacle.isEmpty()) {
				this.records.forEach(LearnerRecords::delete);
			}
			return obstacle;
		});
		return (answer != null) ? answer : Optional.empty();
	}

	private static void add(ZipOutputStream zip, Set<String> names, String path, byte[] content) {
		String name = path;
		for (int again = 2; !names.add(name); again++) {
			name = path + "." + again;
		}
		try {
			zip.putNextEntry(new ZipEntry(name));
			zip.write(content);
			zip.closeEntry();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
