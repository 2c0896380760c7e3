package academy.coldstart.grading.endstate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import academy.coldstart.endstate.BucketState;
import academy.coldstart.endstate.BucketState.StoredObject;
import academy.coldstart.endstate.Excerpt;
import academy.coldstart.endstate.Kept;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Reads buckets: a page of keys, and the content of the first short texts.
 */
final class BucketReader {

	/** How many objects of a bucket are kept. */
	static final int OBJECTS = 50;

	/** How many contents of a bucket are read. */
	static final int CONTENTS = 20;

	/** How many bytes a content may have to be read. */
	static final int CONTENT_BYTES = 4096;

	private final S3Client s3;

	private final Budget budget;

	BucketReader(S3Client s3, Budget budget) {
		this.s3 = s3;
		this.budget = budget;
	}

	BucketState read(String logicalId, String name) {
		ListObjectsV2Response page = this.s3.listObjectsV2((request) -> request.bucket(name));
		List<StoredObject> kept = new ArrayList<>();
		int contents = 0;
		for (S3Object object : page.contents()) {
			if (kept.size() == OBJECTS || this.budget.isSpent()) {
				break;
			}
			boolean read = object.size() <= CONTENT_BYTES && contents++ < CONTENTS;
			kept.add(new StoredObject(this.budget.name(object.key()), object.size(), object.eTag().replace("\"", ""),
					read ? content(name, object.key()) : null));
		}
		return new BucketState(logicalId, name,
				new Kept<>(kept, page.contents().size(), !Boolean.TRUE.equals(page.isTruncated())));
	}

	private @Nullable Excerpt content(String bucket, String key) {
		try {
			byte[] content = this.s3.getObjectAsBytes((request) -> request.bucket(bucket).key(key)).asByteArrayUnsafe();
			return this.budget.excerpt(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
		}
		catch (CharacterCodingException | NoSuchKeyException ex) {
			// No text, or deleted a moment ago: its size is all that is said of it.
			return null;
		}
	}

}
