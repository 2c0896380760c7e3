package academy.coldstart.ui;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns what went wrong into a page for people or a problem document for programs.
 */
class ErrorPages {

	private final ShellSource shells;

	ErrorPages(ShellSource shells) {
		this.shells = shells;
	}

	Object answer(HttpServletRequest request, ErrorWords words) {
		return wantsPage(request) ? page(request, words) : problem(words);
	}

	private ModelAndView page(HttpServletRequest request, ErrorWords words) {
		ModelAndView page = new ModelAndView("ui/error");
		page.setStatus(HttpStatusCode.valueOf(words.status()));
		page.addObject("error", words);
		page.addObject("crumbs", List.of(Breadcrumb.COURSE, Breadcrumb.here(words.title())));
		page.addObject("shell", this.shells.now(request));
		return page;
	}

	private static ResponseEntity<ProblemDetail> problem(ErrorWords words) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(words.status()),
				words.text() + " " + words.advice());
		detail.setTitle(words.title());
		return ResponseEntity.status(words.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail);
	}

	private static boolean wantsPage(HttpServletRequest request) {
		return Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "").contains("text/html");
	}

}
