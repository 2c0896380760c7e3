package academy.coldstart.ui;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes the shell for a page.
 */
class ShellSource {

	private static final Readiness NO_GRADING = new Readiness(Readiness.Level.UNAVAILABLE, "Grading is off",
			"This installation does not grade. Lessons can be read.", List.of());

	private final ObjectProvider<GradingReadiness> grading;

	private final Assets assets;

	ShellSource(ObjectProvider<GradingReadiness> grading, Assets assets) {
		this.grading = grading;
		this.assets = assets;
	}

	Shell now(HttpServletRequest request) {
		return new Shell(readiness(), this.assets, new StyleNonce(request));
	}

	Readiness readiness() {
		GradingReadiness source = this.grading.getIfAvailable();
		return (source != null) ? source.now() : NO_GRADING;
	}

}
