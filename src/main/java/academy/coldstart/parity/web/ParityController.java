package academy.coldstart.parity.web;

import java.util.List;
import java.util.function.Supplier;

import academy.coldstart.parity.ParityRegister;
import academy.coldstart.ui.Breadcrumb;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows what is as on AWS here, and what is not.
 */
@Controller
class ParityController {

	private final Supplier<ParityRegister> register = SingletonSupplier.of(ParityRegister::load);

	@GetMapping("/parity")
	String parity(Model model) {
		model.addAttribute("page", ParityPage.of(this.register.get()));
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, Breadcrumb.here(ParityPage.TITLE)));
		return "parity/parity";
	}

}
