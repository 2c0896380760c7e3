package academy.coldstart.project.web;

import java.util.Arrays;
import java.util.List;

import academy.coldstart.course.Language;
import academy.coldstart.project.Libraries;
import academy.coldstart.project.Library;
import academy.coldstart.ui.Breadcrumb;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Lists the libraries that functions find.
 */
@Controller
class LibrariesController {

	private final Libraries libraries;

	LibrariesController(Libraries libraries) {
		this.libraries = libraries;
	}

	@GetMapping("/libraries")
	String libraries(Model model) {
		List<Shelf> shelves = Arrays.stream(Language.values())
			.map((language) -> new Shelf(language.id(), language.title(), this.libraries.of(language)))
			.toList();
		model.addAttribute("shelves", shelves);
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, Breadcrumb.here("Libraries")));
		return "project/libraries";
	}

	/**
	 * The libraries of one language.
	 *
	 * @param id where on the page they are
	 * @param title the name of the language
	 * @param libraries the libraries
	 */
	record Shelf(String id, String title, List<Library> libraries) {

		Shelf {
			libraries = List.copyOf(libraries);
		}

	}

}
