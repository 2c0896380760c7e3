package academy.coldstart.recording;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.recording.protocol.PresentedCredentials;
import academy.coldstart.recording.protocol.RecognizedCall;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Signer;
import org.jspecify.annotations.Nullable;

/**
 * The keys that calls of one environment are forwarded with: the role session's own, or
 * one that STS or IAM issued over this very line. Whatever else the code signs with is
 * replaced.
 */
final class SessionKeys {

	private static final int MAX_LEARNED = 100;

	private static final Pattern ACCESS_KEY = Pattern.compile("<AccessKeyId>([A-Z0-9]{16,128})</AccessKeyId>");

	private static final Pattern TOKEN = Pattern.compile("<SessionToken>([^<]+)</SessionToken>");

	private final AccountId account;

	private final String ownKey;

	private final @Nullable String ownToken;

	private final Map<String, String> learned = new ConcurrentHashMap<>();

	SessionKeys(AccountId account, RoleSession session) {
		this.account = account;
		boolean own = account.equals(AccessKeys.account(session.accessKeyId()));
		this.ownKey = own ? session.accessKeyId() : account.value();
		this.ownToken = own ? session.sessionToken() : null;
	}

	ForwardedHead.SigningKey forwarding(PresentedCredentials presented, String region) {
		String key = presented.accessKeyId();
		String token = (key != null) ? this.learned.get(key) : null;
		return (key != null && token != null)
				? new ForwardedHead.SigningKey(key, token.isEmpty() ? null : token, region)
				: new ForwardedHead.SigningKey(this.ownKey, this.ownToken, region);
	}

	Signer signer(PresentedCredentials presented) {
		String key = presented.accessKeyId();
		if (key == null) {
			return Signer.NOBODY;
		}
		if (key.equals(this.ownKey)) {
			return Objects.equals(presented.sessionToken(), this.ownToken) ? Signer.ROLE : Signer.WITHOUT_TOKEN;
		}
		return this.learned.containsKey(key) ? Signer.ISSUED : Signer.OTHER;
	}

	// Remember a key that the engine issued to this environment for its own account.
	void learn(RecognizedCall call, int status, byte[] response) {
		boolean issues = call.signingName().equals("sts") || call.is("iam", "CreateAccessKey");
		if (!issues || status != 200 || this.learned.size() >= MAX_LEARNED) {
			return;
		}
		String text = new String(response, StandardCharsets.UTF_8);
		Matcher key = ACCESS_KEY.matcher(text);
		if (key.find() && this.account.equals(AccessKeys.account(key.group(1)))) {
			Matcher token = TOKEN.matcher(text);
			this.learned.put(key.group(1), token.find() ? token.group(1) : "");
		}
	}

}
