package academy.coldstart.grader;

import java.net.URI;

import academy.coldstart.site.Threads;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AwsTests {

	@Test
	void leavesNoThreadsBehindHoweverManyAccountsThereWere() {
		try (SdkHttpClient http = ApacheHttpClient.create()) {
			long before = Threads.ofTheSdk();
			for (int account = 0; account < 10; account++) {
				Aws aws = new Aws(URI.create("http://127.0.0.1:1"), "11112222333" + account, http);
				assertThatThrownBy(() -> aws.sqs().listQueues()).isInstanceOf(SdkException.class);
				assertThatThrownBy(() -> aws.dynamoDb().listTables()).isInstanceOf(SdkException.class);
			}
			assertThat(Threads.ofTheSdk()).isEqualTo(before);
		}
	}

}
