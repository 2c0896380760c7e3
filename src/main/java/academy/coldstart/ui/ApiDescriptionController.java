package academy.coldstart.ui;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out the description of the interface for programs.
 */
@RestController
class ApiDescriptionController {

	@GetMapping(path = "/api/v1/openapi.yaml", produces = "application/yaml")
	Resource description() {
		return new ClassPathResource("api/openapi.yaml");
	}

}
