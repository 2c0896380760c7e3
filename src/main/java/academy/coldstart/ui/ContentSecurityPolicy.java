package academy.coldstart.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;

/**
 * Says what a page may load and run: what comes from here, and nothing that is written
 * into the page itself. Documents that state a policy of their own keep it.
 */
class ContentSecurityPolicy implements HeaderWriter {

	private static final String NAME = "Content-Security-Policy";

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		if (!response.containsHeader(NAME)) {
			response.setHeader(NAME, policy(request));
		}
	}

	private static String policy(HttpServletRequest request) {
		String styles = StyleNonce.askedFor(request).map((nonce) -> "'self' 'nonce-" + nonce + "'").orElse("'self'");
		return "default-src 'self'; script-src 'self'; style-src " + styles
				+ "; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
	}

}
