package academy.coldstart.grader;

import java.util.List;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * An S3 bucket of the deployed stack.
 */
public final class Bucket {

	private final Run run;

	private final String name;

	Bucket(Run run, String name) {
		this.run = run;
		this.name = name;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Put an object.
	 * @param key its key
	 * @param content its content as text
	 * @param text what is done, for the timeline
	 */
	public void put(String key, String content, String text) {
		this.run.act(text,
				() -> this.run.aws()
					.s3()
					.putObject((request) -> request.bucket(this.name).key(key), RequestBody.fromString(content)));
	}

	/**
	 * Read an object.
	 * @param key its key
	 * @return its content as text
	 */
	public String text(String key) {
		return this.run.aws().s3().getObjectAsBytes((request) -> request.bucket(this.name).key(key)).asUtf8String();
	}

	public List<String> keys() {
		return this.run.aws()
			.s3()
			.listObjectsV2Paginator((request) -> request.bucket(this.name))
			.contents()
			.stream()
			.map(S3Object::key)
			.toList();
	}

}
