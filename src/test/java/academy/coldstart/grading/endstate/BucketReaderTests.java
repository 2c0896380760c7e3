package academy.coldstart.grading.endstate;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import academy.coldstart.endstate.BucketState;
import academy.coldstart.endstate.BucketState.StoredObject;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

import static org.assertj.core.api.Assertions.assertThat;

class BucketReaderTests {

	@Test
	void readsKeysSizesAndShortTexts() {
		SortedMap<String, byte[]> objects = new TreeMap<>(Map.of("a.txt", "paid".getBytes(StandardCharsets.UTF_8),
				"b.bin", new byte[] { (byte) 0xff, 0 }, "c.txt", new byte[BucketReader.CONTENT_BYTES + 1]));
		BucketState bucket = read(objects, false);
		assertThat(bucket.objects().complete()).isTrue();
		assertThat(bucket.objects().first()).extracting(StoredObject::key).containsExactly("a.txt", "b.bin", "c.txt");
		assertThat(bucket.objects().first()).extracting(StoredObject::size).containsExactly(4L, 2L, 4097L);
		assertThat(bucket.objects().first().getFirst().text()).satisfies((text) -> {
			assertThat(text).isNotNull();
			assertThat(text.text()).isEqualTo("paid");
		});
		assertThat(bucket.objects().first().subList(1, 3)).allSatisfy((one) -> assertThat(one.text()).isNull());
		assertThat(bucket.objects().first()).extracting(StoredObject::etag).containsExactly("e-4", "e-2", "e-4097");
	}

	@Test
	void saysHowManyObjectsItLeavesOut() {
		SortedMap<String, byte[]> objects = new TreeMap<>();
		for (int number = 0; number < BucketReader.OBJECTS + 120; number++) {
			objects.put("o-%03d".formatted(number), new byte[] { 'x' });
		}
		BucketState bucket = read(objects, false);
		assertThat(bucket.objects().first()).hasSize(BucketReader.OBJECTS);
		assertThat(bucket.objects().more()).isEqualTo(120);
		assertThat(bucket.objects().first()).filteredOn((one) -> one.text() != null).hasSize(BucketReader.CONTENTS);
		assertThat(read(objects, true).objects().counted()).isFalse();
	}

	private static BucketState read(SortedMap<String, byte[]> objects, boolean truncated) {
		return new BucketReader(new OneBucket(objects, truncated), new Budget()).read("Receipts", "receipts-1");
	}

	/**
	 * A bucket.
	 *
	 * @param objects its objects by their keys
	 * @param truncated whether it has more than a page
	 */
	private record OneBucket(SortedMap<String, byte[]> objects, boolean truncated) implements S3Client {

		@Override
		public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
			return ListObjectsV2Response.builder()
				.isTruncated(this.truncated)
				.contents(this.objects.entrySet()
					.stream()
					.map((one) -> S3Object.builder()
						.key(one.getKey())
						.size((long) one.getValue().length)
						.eTag("\"e-" + one.getValue().length + "\"")
						.build())
					.toList())
				.build();
		}

		@Override
		public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request) {
			return ResponseBytes.fromByteArray(GetObjectResponse.builder().build(),
					Objects.requireNonNull(this.objects.get(request.key())));
		}

		@Override
		public String serviceName() {
			return "s3";
		}

		@Override
		public void close() {
		}

	}

}
