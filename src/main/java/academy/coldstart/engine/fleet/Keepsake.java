package academy.coldstart.engine.fleet;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A table that a new LocalStack is given to keep. When DynamoDB Local has died,
 * LocalStack starts another, which is empty: it answers as if nothing had been, but the
 * tables of learners are gone, and right submissions look wrong. One that lost this table
 * lost theirs.
 */
final class Keepsake {

	private static final String TABLE = "keepsake";

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final URI endpoint;

	private final String account;

	private Keepsake(URI endpoint, String account) {
		this.endpoint = endpoint;
		this.account = account;
	}

	/**
	 * Leave a keepsake with a LocalStack.
	 * @param endpoint its address
	 * @param account an account that nobody else gets
	 * @return the keepsake
	 */
	static Keepsake leave(URI endpoint, String account) {
		Keepsake keepsake = new Keepsake(endpoint, account);
		try (AccountClients clients = keepsake.clients()) {
			dynamoDb(clients).createTable((request) -> request.tableName(TABLE)
				.billingMode(BillingMode.PAY_PER_REQUEST)
				.keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
				.attributeDefinitions(AttributeDefinition.builder()
					.attributeName("id")
					.attributeType(ScalarAttributeType.S)
					.build()));
		}
		return keepsake;
	}

	/**
	 * Look whether it is still there.
	 * @return what became of it, or empty when it is
	 */
	Optional<Loss> look() {
		try (AccountClients clients = clients()) {
			dynamoDb(clients).describeTable((request) -> request.tableName(TABLE)
				.overrideConfiguration((options) -> options.apiCallTimeout(PATIENCE)));
			return Optional.empty();
		}
		catch (ResourceNotFoundException ex) {
			return Optional.of(new Loss(true, "DynamoDB Local was started anew and has lost all tables"));
		}
		catch (SdkException ex) {
			return Optional.of(new Loss(false, "DynamoDB Local does not answer: " + ex.getMessage()));
		}
	}

	private AccountClients clients() {
		return new AccountClients(this.endpoint, this.account);
	}

	private static DynamoDbClient dynamoDb(AccountClients clients) {
		return clients.client(DynamoDbClient.builder());
	}

	/**
	 * What became of it.
	 *
	 * @param certain whether it is gone; otherwise the engine may be busy
	 * @param reason the reason, as a sentence without a full stop
	 */
	record Loss(boolean certain, String reason) {
	}

}
