package academy.coldstart.ui;

import org.jspecify.annotations.Nullable;

/**
 * One step of the way from the home page to the present page.
 *
 * @param title what the step is called
 * @param href where it leads, or null for the present page
 */
public record Breadcrumb(String title, @Nullable String href) {

	/** The first step of every way. */
	public static final Breadcrumb COURSE = new Breadcrumb("Course", "/");

	public static Breadcrumb here(String title) {
		return new Breadcrumb(title, null);
	}

}
