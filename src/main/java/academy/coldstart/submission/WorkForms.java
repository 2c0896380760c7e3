package academy.coldstart.submission;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The form of the exercise page, for whoever does something else with it than hand it in.
 */
public interface WorkForms {

	/**
	 * Read a form that was sent.
	 * @param slug the name of the exercise
	 * @param request the request
	 * @return the form
	 * @throws ServletRequestBindingException when it is no such form
	 */
	WorkForm read(String slug, HttpServletRequest request) throws ServletRequestBindingException;

	/**
	 * Show the page again with everything that was typed, which becomes the draft.
	 * @param form the form
	 * @param part what the {@link ExercisePart} shows now
	 * @param status the status of the answer
	 * @return the page
	 */
	ModelAndView page(WorkForm form, Object part, HttpStatus status);

}
