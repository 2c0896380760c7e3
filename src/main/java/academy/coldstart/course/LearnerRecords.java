package academy.coldstart.course;

import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a module keeps of the learner. The modules that keep something answer this, so
 * that everything can be taken along and deleted in one go.
 */
public interface LearnerRecords {

	/**
	 * Hand out everything that is kept, as files.
	 * @param file takes the path, with forward slashes, and the content of each file
	 */
	void export(BiConsumer<String, byte[]> file);

	/**
	 * Say why nothing can be deleted at the moment.
	 * @return a sentence for the learner, or empty when nothing is in the way
	 */
	Optional<String> obstacle();

	/**
	 * Delete everything that is kept, within the transaction of the caller. Modules that
	 * refer to others come first, by their order.
	 */
	void delete();

}
