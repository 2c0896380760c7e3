package academy.coldstart.engine.host;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Objects of S3 on the real engine are kept where no other engine and no other user of
 * the machine has its own.
 */
@ExtendWith(SharedEngine.class)
class S3FilesIntegrationTests {

	private static final Path SHARED = Path.of("/tmp/localstack-s3-storage");

	private static final int MORE_THAN_IN_MEMORY = 2 * 1024 * 1024;

	@Test
	void objectsAreNotInAFolderOfAll(TestAccount account) {
		S3Client s3 = account.client(S3Client.builder().forcePathStyle(true));
		String bucket = "files-" + account.id();
		byte[] content = new byte[MORE_THAN_IN_MEMORY];
		content[MORE_THAN_IN_MEMORY - 1] = 1;
		s3.createBucket((request) -> request.bucket(bucket));
		s3.putObject((request) -> request.bucket(bucket).key("large"), RequestBody.fromBytes(content));

		ResponseBytes<GetObjectResponse> read = s3.getObjectAsBytes((request) -> request.bucket(bucket).key("large"));
		assertThat(read.asByteArray()).isEqualTo(content);
		assertThat(SHARED.resolve(bucket)).matches(Files::notExists);
	}

}
