package academy.coldstart.authorization;

/**
 * A question to the policies: may this caller do this to that?
 *
 * @param caller who asks
 * @param action such as {@code dynamodb:PutItem}
 * @param resource the ARN, or {@code *} for an action that has no resource
 * @param context the condition keys
 */
public record AuthorizationRequest(Caller caller, String action, String resource, RequestContext context) {
}
