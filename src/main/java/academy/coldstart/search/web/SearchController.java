package academy.coldstart.search.web;

import java.util.List;

import academy.coldstart.search.CourseIndex;
import academy.coldstart.search.Hit;
import academy.coldstart.ui.Breadcrumb;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows what was found in lessons and exercises.
 */
@Controller
class SearchController {

	private final CourseIndex index;

	SearchController(CourseIndex index) {
		this.index = index;
	}

	@GetMapping("/search")
	String search(@RequestParam(name = "q", defaultValue = "") String query, Model model) {
		String words = query.strip();
		List<Hit> hits = this.index.search(words);
		model.addAttribute("searched", words);
		model.addAttribute("hits", hits);
		model.addAttribute("summary", summary(words, hits.size()));
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, Breadcrumb.here("Search")));
		return "search/search";
	}

	private static String summary(String words, int hits) {
		if (words.isEmpty()) {
			return "Type a word or two: a concept, a setting, a name from an error message.";
		}
		return switch (hits) {
			case 0 -> "Nothing was found.";
			case 1 -> "One passage was found.";
			default -> hits + " passages were found, the best first.";
		};
	}

}
