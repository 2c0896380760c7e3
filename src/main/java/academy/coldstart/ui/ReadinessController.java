package academy.coldstart.ui;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers open pages that wait for grading to become ready.
 */
@RestController
class ReadinessController {

	private final ShellSource shells;

	ReadinessController(ShellSource shells) {
		this.shells = shells;
	}

	@GetMapping("/readiness")
	Readiness readiness() {
		return this.shells.readiness();
	}

}
