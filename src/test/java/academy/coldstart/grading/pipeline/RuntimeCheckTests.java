package academy.coldstart.grading.pipeline;

import java.nio.charset.StandardCharsets;

import academy.coldstart.course.Language;
import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.grading.template.TemplateParser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class RuntimeCheckTests {

	private static final RuntimeCheck PYTHON = new RuntimeCheck(Language.PYTHON, "python3.13");

	@Test
	void acceptsAnotherVersionOfTheLanguage() {
		assertThatNoException().isThrownBy(() -> check("""
				Resources:
				  F:
				    Type: AWS::Serverless::Function
				    Properties: {Runtime: python3.12}
				  G:
				    Type: AWS::Lambda::Function
				    Properties: {Runtime: !Ref Runtime}
				"""));
	}

	@Test
	void refusesAnotherLanguage() {
		assertThatExceptionOfType(InvalidTemplate.class).isThrownBy(() -> check("""
				Resources:
				  F:
				    Type: AWS::Lambda::Function
				    Properties:
				      Runtime: nodejs22.x
				"""))
			.withMessage("The function F has the runtime nodejs22.x, but what was handed in is Python. "
					+ "Write \"Runtime: python3.13\".")
			.extracting(InvalidTemplate::line)
			.isEqualTo(5);
	}

	@Test
	void refusesAnotherLanguageInGlobals() {
		assertThatExceptionOfType(InvalidTemplate.class).isThrownBy(() -> check("""
				Globals:
				  Function:
				    Runtime: java21
				Resources: {}
				""")).withMessageContaining("The section Globals has the runtime java21");
	}

	private static void check(String template) {
		PYTHON.check(TemplateParser.parse(template.getBytes(StandardCharsets.UTF_8)));
	}

}
