package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Downloads DynamoDB Local and lays it out as LocalStack expects it.
 *
 * @param lock the lock file
 * @param repository where it is downloaded from
 */
record DynamoDbStep(Path lock, MavenRepository repository) implements InstallationStep {

	static final String LIBRARIES = "DynamoDBLocal_lib";

	static final String MAIN_JAR = "DynamoDBLocal.jar";

	private static final String AGENT_JAR = "ddb-local-loader-0.1.jar";

	@Override
	public String title() {
		return "DynamoDB Local (about 20 seconds)";
	}

	@Override
	public String name() {
		return "dynamodb";
	}

	@Override
	public void run(Kit kit) {
		Path libraries = kit.dynamoDb().resolve(LIBRARIES);
		try {
			Files.createDirectories(libraries);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		List<MavenFile> files = MavenFile.readAll(this.lock);
		files.forEach((file) -> this.repository.fetch(file, libraries.resolve(file.fileName())));
		List<String> classPath = files.stream().map((file) -> LIBRARIES + "/" + file.fileName()).toList();
		StubJar.writeAgent(kit.dynamoDb().resolve(AGENT_JAR));
		StubJar.writeMain(kit.dynamoDb().resolve(MAIN_JAR), classPath);
	}

}
