package academy.coldstart.ui;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Allows the style elements that the scripts of one page make. Only a page that asks for
 * it gets it; the policy of every other page allows none.
 *
 * @param request the request that the page answers
 */
record StyleNonce(HttpServletRequest request) {

	private static final String ATTRIBUTE = StyleNonce.class.getName();

	private static final int BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	static Optional<String> askedFor(HttpServletRequest request) {
		return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
	}

	/**
	 * Return the nonce of this page, a new one for each answer.
	 * @return the nonce
	 */
	public String value() {
		return askedFor(this.request).orElseGet(() -> {
			String nonce = random();
			this.request.setAttribute(ATTRIBUTE, nonce);
			return nonce;
		});
	}

	private static String random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
