package academy.coldstart.ui;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Answers a form with the page to look at next, so that loading that page again sends
 * nothing again.
 */
public final class SeeOther {

	private SeeOther() {
	}

	/**
	 * Lead to a page with status 303.
	 * @param address the path of the page, with its query and fragment
	 * @return the answer
	 */
	public static RedirectView at(String address) {
		RedirectView redirect = new RedirectView(address);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		return redirect;
	}

}
