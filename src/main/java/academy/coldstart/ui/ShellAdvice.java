package academy.coldstart.ui;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives every page its shell.
 */
@ControllerAdvice
@Import({ ShellSource.class, ErrorPages.class, RateLimits.class })
class ShellAdvice {

	private final ShellSource shells;

	ShellAdvice(ShellSource shells) {
		this.shells = shells;
	}

	@ModelAttribute("shell")
	Shell shell(HttpServletRequest request) {
		return this.shells.now(request);
	}

}
