package academy.coldstart.authorization;

import java.util.Optional;

/**
 * What a call does not say of the resources that it names, but IAM knows.
 */
public interface ResourceFacts {

	/** Nothing is known. */
	ResourceFacts NONE = new ResourceFacts() {

		@Override
		public Optional<String> secret(String id) {
			return Optional.empty();
		}

		@Override
		public Optional<String> key(String id) {
			return Optional.empty();
		}

		@Override
		public Optional<String> partitionKey(String table) {
			return Optional.empty();
		}

	};

	/**
	 * Find a secret, whose ARN ends with six characters that its name does not tell.
	 * @param id its name
	 * @return the ARN
	 */
	Optional<String> secret(String id);

	/**
	 * Find a key by an alias.
	 * @param id the alias or the ARN of the alias
	 * @return the ARN of the key
	 */
	Optional<String> key(String id);

	/**
	 * Find the attribute that {@code dynamodb:LeadingKeys} is about.
	 * @param table the name of a table
	 * @return the name of its partition key
	 */
	Optional<String> partitionKey(String table);

}
