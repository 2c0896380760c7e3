package academy.coldstart.progress.web;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import academy.coldstart.progress.OwnData;
import academy.coldstart.progress.Progress;
import academy.coldstart.ui.Breadcrumb;
import academy.coldstart.ui.SeeOther;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows what the learner did, hands it out, and deletes it.
 */
@Controller
class ProgressController {

	private static final String UNSURE = "Nothing was deleted: tick the box first.";

	private final Progress progress;

	private final OwnData data;

	ProgressController(Progress progress, OwnData data) {
		this.progress = progress;
		this.data = data;
	}

	@GetMapping("/progress")
	ModelAndView progress(@RequestParam(defaultValue = "false") boolean deleted) {
		return page(deleted ? "Everything was deleted. The course begins anew." : null, HttpStatus.OK);
	}

	@GetMapping("/progress/export")
	void export(HttpServletResponse response) throws IOException {
		String name = "coldstart-" + LocalDate.now(ZoneOffset.UTC) + ".zip";
		response.setContentType("application/zip");
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name).build().toString());
		this.data.export(response.getOutputStream());
	}

	@PostMapping("/progress/delete")
	ModelAndView delete(@RequestParam(defaultValue = "false") boolean sure) {
		Optional<String> obstacle = sure ? this.data.delete() : Optional.of(UNSURE);
		if (obstacle.isPresent()) {
			return page(obstacle.get(), HttpStatus.CONFLICT);
		}
		return new ModelAndView(SeeOther.at("/progress?deleted=true"));
	}

	private ModelAndView page(@Nullable String note, HttpStatus status) {
		ModelAndView page = new ModelAndView("progress/progress", status);
		page.addObject("page", ProgressPage.of(this.progress.practices(), note));
		page.addObject("crumbs", List.of(Breadcrumb.COURSE, Breadcrumb.here("Progress")));
		return page;
	}

}
