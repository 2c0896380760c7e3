package academy.coldstart.endstate;

import org.jspecify.annotations.Nullable;

/**
 * What was in an S3 bucket.
 *
 * @param logicalId its name in the template
 * @param name its name in AWS
 * @param objects its objects, in the order of their keys
 */
public record BucketState(String logicalId, String name, Kept<StoredObject> objects) implements ResourceState {

	/**
	 * An object.
	 *
	 * @param key its key
	 * @param size its size in bytes
	 * @param etag its entity tag, by which two contents can be told apart
	 * @param text its content, when it is a short text; else null
	 */
	public record StoredObject(String key, long size, String etag, @Nullable Excerpt text) {
	}

}
