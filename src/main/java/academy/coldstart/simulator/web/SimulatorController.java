package academy.coldstart.simulator.web;

import java.util.List;
import java.util.Map;

import academy.coldstart.simulator.Simulator;
import academy.coldstart.ui.Breadcrumb;
import academy.coldstart.ui.PageNotFound;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows simulators. All of the state is in the address, so that a figure can be kept and
 * shared.
 */
@Controller
class SimulatorController {

	private static final Breadcrumb ALL = new Breadcrumb("Simulators", "/simulators");

	private final SimulatorPages pages;

	SimulatorController(SimulatorPages pages) {
		this.pages = pages;
	}

	@GetMapping("/simulators")
	String simulators(Model model) {
		model.addAttribute("simulators", Simulators.all());
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, Breadcrumb.here("Simulators")));
		return "simulator/list";
	}

	@GetMapping("/simulators/{id}")
	String simulator(@PathVariable String id, @RequestParam Map<String, String> asked, Model model) {
		Simulator simulator = Simulators.all()
			.stream()
			.filter((one) -> one.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new PageNotFound("There is no simulator with this name."));
		model.addAttribute("page", this.pages.page(simulator, asked));
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, ALL, Breadcrumb.here(simulator.title())));
		return "simulator/simulator";
	}

}
