package academy.coldstart.grading.roles;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import academy.coldstart.authorization.ResourceFacts;
import academy.coldstart.grader.Aws;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/**
 * What the engine knows of resources. What exists keeps its name, so it is remembered.
 */
final class EngineFacts implements ResourceFacts {

	private final Aws aws;

	private final Map<String, String> secrets = new ConcurrentHashMap<>();

	private final Map<String, String> partitionKeys = new ConcurrentHashMap<>();

	EngineFacts(Aws aws) {
		this.aws = aws;
	}

	@Override
	public Optional<String> secret(String id) {
		return remembered(this.secrets, id,
				(secret) -> this.aws.secretsManager().describeSecret((request) -> request.secretId(secret)).arn());
	}

	@Override
	public Optional<String> key(String id) {
		// No exercise names a key by its alias; a call that does needs all keys.
		return Optional.empty();
	}

	@Override
	public Optional<String> partitionKey(String table) {
		return remembered(this.partitionKeys, table,
				(name) -> this.aws.dynamoDb()
					.describeTable((request) -> request.tableName(name))
					.table()
					.keySchema()
					.stream()
					.filter((element) -> element.keyType() == KeyType.HASH)
					.map(KeySchemaElement::attributeName)
					.findFirst()
					.orElse(null));
	}

	private static Optional<String> remembered(Map<String, String> known, String name,
			Function<String, @Nullable String> reader) {
		String value = known.get(name);
		if (value == null) {
			value = found(() -> reader.apply(name));
			if (value != null) {
				known.put(name, value);
			}
		}
		return Optional.ofNullable(value);
	}

	private static @Nullable String found(Supplier<@Nullable String> reader) {
		try {
			return reader.get();
		}
		catch (AwsServiceException ex) {
			if (ex.statusCode() >= 500) {
				throw ex;
			}
			return null;
		}
	}

}
