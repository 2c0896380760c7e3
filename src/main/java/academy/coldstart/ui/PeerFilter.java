package academy.coldstart.ui;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers nobody but the machine that Coldstart runs on: there is no sign-in, so
 * listening on more addresses must not mean more readers. The actuator answers programs
 * beside this one only, not even those on the other side of a published port.
 */
class PeerFilter extends OncePerRequestFilter {

	private static final RequestMatcher ACTUATOR = PathPatternRequestMatcher.pathPattern("/actuator/**");

	private final Peers peers;

	PeerFilter(Peers peers) {
		this.peers = peers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String peer = request.getRemoteAddr();
		if (ACTUATOR.matches(request) ? Peers.isLoopback(peer) : this.peers.include(peer)) {
			chain.doFilter(request, response);
			return;
		}
		// No page: whoever is refused here did not come from one.
		response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		response.setContentType(MediaType.TEXT_PLAIN_VALUE);
		response.getWriter()
			.println("Coldstart answers only the machine that it runs on. Open it there, "
					+ "as http://localhost; in a container, publish its port as 127.0.0.1:8080:8080.");
	}

}
