package academy.coldstart.ui;

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
	Shell shell() {
		return this.shells.now();
	}

}
