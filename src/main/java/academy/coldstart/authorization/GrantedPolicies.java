package academy.coldstart.authorization;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * All policies that have a say in a request.
 *
 * @param identity the policies of the caller, inline and attached
 * @param boundary the permissions boundary of the caller, or null
 * @param session the policy that was passed when the role was assumed, or null
 * @param resource the policy of what is called, or null
 * @param resourceDecides whether nothing is allowed that the resource's policy does not
 * allow, as with keys and with roles that are assumed
 */
public record GrantedPolicies(List<PolicyDocument> identity, @Nullable PolicyDocument boundary,
		@Nullable PolicyDocument session, @Nullable PolicyDocument resource, boolean resourceDecides) {

	/** Nothing is granted. */
	public static final GrantedPolicies NONE = new GrantedPolicies(List.of(), null, null, null, false);

	public GrantedPolicies {
		identity = List.copyOf(identity);
	}

	public GrantedPolicies(List<PolicyDocument> identity, @Nullable PolicyDocument boundary) {
		this(identity, boundary, null, null, false);
	}

	/**
	 * Return these policies with that of what is called.
	 * @param policy the policy, or null when it has none
	 * @param decides whether nothing is allowed that it does not allow
	 * @return the policies
	 */
	public GrantedPolicies with(@Nullable PolicyDocument policy, boolean decides) {
		return new GrantedPolicies(this.identity, this.boundary, this.session, policy, decides);
	}

	Stream<PolicyDocument> all() {
		return Stream.concat(this.identity.stream(),
				Stream.of(this.boundary, this.session, this.resource).flatMap(Stream::ofNullable));
	}

}
