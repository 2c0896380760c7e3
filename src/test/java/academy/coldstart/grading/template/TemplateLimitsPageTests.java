package academy.coldstart.grading.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateLimitsPageTests {

	@Test
	void pageStatesTheLimitsInForce() throws IOException {
		assertThat(Files.readString(Path.of("docs/limits.md")))
			.contains(String.join("\n", row("size", TemplateParser.MAX_BYTES + " bytes", "invalid-template"),
					row("aliases (`*name`)", Integer.toString(TemplateParser.MAX_ALIASES), "invalid-template"),
					row("nesting", TemplateParser.MAX_DEPTH + " levels", "invalid-template"),
					row("values, aliases written out", Integer.toString(TemplateNodes.MAX_NODES), "invalid-template"),
					row("resources", Integer.toString(TemplateSize.MAX_RESOURCES), "template-too-large"),
					row("parameters, outputs, mappings, each", Integer.toString(TemplateSize.MAX_ENTRIES),
							"template-too-large"),
					row("text when functions are carried out", TemplateSize.MAX_EXPANDED + " characters",
							"template-too-large"),
					row("steps to decide a condition, conditions in a chain",
							ConditionCosts.MOST + ", " + ConditionCosts.MAX_CHAIN, "template-too-large")));
	}

	private static String row(String what, String limit, String kind) {
		return "| " + what + " | " + limit + " | `" + kind + "` |";
	}

}
