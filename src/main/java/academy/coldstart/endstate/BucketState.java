package academy.coldstart.endstate;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What was in an S3 bucket.
 *
 * @param logicalId its name in the template
 * @param name its name in AWS
 * @param objects its objects, in the order of their keys
 */
public record BucketState(String logicalId, String name, Kept<StoredObject> objects) implements ResourceState {

	Contents contents() {
		return new Contents("bucket", Map.of(), Map.of("objects", this.objects.number()), "object",
				this.objects.map(StoredObject::entry));
	}

	/**
	 * An object.
	 *
	 * @param key its key
	 * @param size its size in bytes
	 * @param etag its entity tag, by which two contents can be told apart
	 * @param text its content, when it is a short text; else null
	 */
	public record StoredObject(String key, long size, String etag, @Nullable Excerpt text) {

		private Contents.Entry entry() {
			Map<String, String> values = new LinkedHashMap<>();
			values.put("size", Long.toString(this.size));
			if (this.text != null) {
				values.put("content", this.text.distinct());
			}
			values.put("ETag", this.etag);
			return new Contents.Entry(this.key, values);
		}

	}

}
