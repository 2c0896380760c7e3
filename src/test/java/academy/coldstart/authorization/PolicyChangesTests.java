package academy.coldstart.authorization;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyChangesTests {

	@ParameterizedTest
	@CsvSource({ "iam, AttachRolePolicy", "cloudformation, ExecuteChangeSet", "lambda, AddPermission",
			"sqs, SetQueueAttributes", "sqs, CreateQueue", "s3, PutBucketPolicy", "s3, DeleteBucket",
			"lambda, UpdateFunctionConfiguration", "secretsmanager, PutResourcePolicy" })
	void mayFollowWhatChangesAPolicyOrWhoHasOne(String service, String operation) {
		assertThat(PolicyChanges.mayFollow(service, operation)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "iam, GetRole", "sqs, GetQueueAttributes", "s3, GetBucketPolicy", "dynamodb, UpdateItem",
			"dynamodb, DeleteItem", "sqs, DeleteMessage", "sqs, DeleteMessageBatch", "s3, DeleteObject",
			"s3, DeleteObjects", "s3, CreateMultipartUpload", "lambda, Invoke", "sqs, SendMessage" })
	void doNotFollowWhatReadsOrHandlesContent(String service, String operation) {
		assertThat(PolicyChanges.mayFollow(service, operation)).isFalse();
	}

}
