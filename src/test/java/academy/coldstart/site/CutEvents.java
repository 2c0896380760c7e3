package academy.coldstart.site;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cuts a stream of events off after one event, when a test asks for that, and notes with
 * which number readers come back.
 */
final class CutEvents extends OncePerRequestFilter {

	private final AtomicReference<@Nullable String> only = new AtomicReference<>();

	private final List<String> comingBack = new CopyOnWriteArrayList<>();

	void cutNextAfter(String event) {
		this.only.set(event);
		this.comingBack.clear();
	}

	List<String> comingBack() {
		return List.copyOf(this.comingBack);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!request.getRequestURI().endsWith("/events")) {
			chain.doFilter(request, response);
			return;
		}
		this.comingBack.add(Objects.requireNonNullElse(request.getHeader("Last-Event-ID"), "none"));
		String event = this.only.getAndSet(null);
		if (event == null) {
			chain.doFilter(request, response);
			return;
		}
		response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
		response.getWriter().write(event);
	}

}
