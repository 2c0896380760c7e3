package academy.coldstart.rendering;

import java.util.List;

/**
 * A page with everything that is wrong with its text. The page is safe to show either
 * way.
 *
 * @param page the page
 * @param problems what has to be put right, in the order of the lines
 */
public record RenderedPage(Page page, List<Problem> problems) {

	public RenderedPage {
		problems = List.copyOf(problems);
	}

}
