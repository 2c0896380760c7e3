package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.ui.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What was left in the tables, queues and buckets of a run.
 *
 * @param run which run, such as {@code Run 1}
 * @param resources the tables, queues and buckets
 * @param unread what could not be read, one sentence each
 */
record EndStateView(String run, List<ResourceView> resources, List<List<Phrase>> unread) {

	EndStateView {
		resources = List.copyOf(resources);
		unread = List.copyOf(unread);
	}

	/**
	 * A table, queue or bucket. Of the lists of entries at most one is not empty.
	 *
	 * @param id its logical id
	 * @param summary what it is, and how much is in it
	 * @param name its name in AWS
	 * @param key what its primary key is, in words; empty where it has none
	 * @param open whether it is shown unfolded
	 * @param items the items of a table
	 * @param messages the messages of a queue
	 * @param objects the objects of a bucket
	 * @param more what is left out, as a sentence, or null
	 */
	record ResourceView(String id, String summary, String name, String key, boolean open, List<ItemRow> items,
			List<MessageRow> messages, List<ObjectRow> objects, @Nullable String more) {

		ResourceView {
			items = List.copyOf(items);
			messages = List.copyOf(messages);
			objects = List.copyOf(objects);
		}

	}

	/**
	 * An item of a table.
	 *
	 * @param key its key
	 * @param attributes its other attributes
	 * @param more how many attributes are left out, as a sentence, or null
	 */
	record ItemRow(Value key, List<Named> attributes, @Nullable String more) {

		ItemRow {
			attributes = List.copyOf(attributes);
		}

	}

	/**
	 * A message of a queue.
	 *
	 * @param place where it was
	 * @param receives how often it had been received
	 * @param group its message group, or null
	 * @param body its body
	 * @param attributes the attributes that its sender gave it
	 */
	record MessageRow(String place, int receives, @Nullable String group, Value body, List<Named> attributes) {

		MessageRow {
			attributes = List.copyOf(attributes);
		}

	}

	/**
	 * An object of a bucket.
	 *
	 * @param key its key
	 * @param size its size
	 * @param content its content, or null when that is no short text
	 */
	record ObjectRow(String key, String size, @Nullable Value content) {
	}

	/**
	 * A value with its name.
	 *
	 * @param name its name
	 * @param value the value
	 */
	record Named(String name, Value value) {
	}

	/**
	 * A value of a learner's program, made harmless.
	 *
	 * @param text the value, or its beginning
	 * @param note what is to be known of it: that it is empty, or was cut; else null
	 */
	record Value(String text, @Nullable String note) {
	}

}
