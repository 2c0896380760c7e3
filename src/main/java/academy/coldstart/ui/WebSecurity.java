package academy.coldstart.ui;

import java.util.List;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may ask for what in local mode: nobody signs in, only this machine is answered,
 * only the listed addresses exist, and other sites' pages get nothing.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(UiProperties.class)
class WebSecurity {

	static final List<String> READABLE = """
			/
			/actuator/health
			/api/v1/exercises
			/api/v1/exercises/{slug}
			/api/v1/exercises/{slug}/attempts
			/api/v1/exercises/{slug}/download
			/api/v1/openapi.yaml
			/api/v1/submissions/{id}
			/api/v1/submissions/{id}/end-state
			/api/v1/submissions/{id}/events
			/api/v1/submissions/{id}/report
			/api/v1/submissions/{id}/trace
			/assets/**
			/exercises/{slug}
			/exercises/{slug}/attempts
			/exercises/{slug}/attempts/comparison
			/exercises/{slug}/download
			/exercises/{slug}/review/question
			/exercises/{slug}/solutions
			/favicon.ico
			/lessons/{slug}
			/lessons/{slug}/questions/{question}
			/libraries
			/course/print
			/parity
			/progress
			/progress/export
			/readiness
			/search
			/simulators
			/simulators/{id}
			/submissions/{id}
			/submissions/{id}/end-state.json
			/submissions/{id}/events
			/submissions/{id}/reference
			/submissions/{id}/report.json
			/submissions/{id}/state
			/submissions/{id}/timeline.svg
			/submissions/{id}/trace.json
			""".lines().toList();

	static final List<String> WRITABLE = """
			/api/v1/exercises/{slug}/submissions
			/api/v1/submissions/{id}/retry
			/exercises/{slug}/draft
			/exercises/{slug}/draft/reset
			/exercises/{slug}/review
			/exercises/{slug}/review/postpone
			/exercises/{slug}/review/questions/{question}
			/exercises/{slug}/submissions
			/exercises/{slug}/try/{action}
			/progress/delete
			/submissions/{id}/bundle
			/submissions/{id}/cancel
			/submissions/{id}/draft
			/submissions/{id}/hints
			/submissions/{id}/reference
			/submissions/{id}/retry
			""".lines().toList();

	/**
	 * Programs send no token: nothing here acts in the name of a cookie, and pages of
	 * other sites are told apart by their origin.
	 */
	private static final String PROGRAMS = "/api/v1/**";

	@Bean
	SecurityFilterChain pages(HttpSecurity http, UiProperties properties, RateLimits limits) throws Exception {
		String[] readable = READABLE.toArray(String[]::new);
		String[] writable = WRITABLE.toArray(String[]::new);
		http.authorizeHttpRequests((requests) -> requests
			.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
			.permitAll()
			.requestMatchers(HttpMethod.GET, readable)
			.permitAll()
			.requestMatchers(HttpMethod.HEAD, readable)
			.permitAll()
			.requestMatchers(HttpMethod.POST, writable)
			.permitAll()
			.anyRequest()
			.denyAll());
		http.addFilterBefore(new OriginFilter(), CsrfFilter.class);
		http.addFilterBefore(new RequestSizeFilter(properties.largestRequest()), OriginFilter.class);
		http.addFilterBefore(new RateLimitFilter(limits), RequestSizeFilter.class);
		http.addFilterBefore(new PeerFilter(new Peers(properties.publishedPort())), RateLimitFilter.class);
		http.csrf((csrf) -> csrf.csrfTokenRepository(csrfCookie()).ignoringRequestMatchers(PROGRAMS));
		http.exceptionHandling((handling) -> handling.authenticationEntryPoint(
				(request, response, exception) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)));
		http.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.requestCache(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable);
		http.headers(WebSecurity::headers);
		return http.build();
	}

	@Bean
	HttpFirewall firewall(UiProperties properties) {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedHttpMethods(Set.of("GET", "HEAD", "POST"));
		firewall.setAllowedHostnames(properties.allowedHosts()::contains);
		return firewall;
	}

	@Bean
	RequestRejectedHandler refusals() {
		// No page: whoever is refused here did not come from one.
		return (request, response, exception) -> {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			response.setContentType(MediaType.TEXT_PLAIN_VALUE);
			response.getWriter()
				.println("Coldstart refuses this request: its address, host name or method is not allowed. "
						+ "Open it as http://localhost, or list the host name in coldstart.ui.allowed-hosts.");
		};
	}

	@Bean
	AuthenticationManager nobodySignsIn() {
		return (authentication) -> {
			throw new ProviderNotFoundException("Nobody signs in in local mode");
		};
	}

	private static CookieCsrfTokenRepository csrfCookie() {
		// A cookie and not a session, so that a form opened before a restart can be sent
		// after it.
		CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
		cookie.setCookieName("coldstart-csrf");
		cookie.setCookieCustomizer((customizer) -> customizer.httpOnly(true).sameSite("Lax"));
		return cookie;
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.addHeaderWriter(new ContentSecurityPolicy());
		headers.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
		headers.permissionsPolicyHeader((policy) -> policy.policy("camera=(), geolocation=(), microphone=()"));
		headers.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
		headers.crossOriginResourcePolicy((resource) -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
	}

}
