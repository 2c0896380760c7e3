package academy.coldstart.grading.template;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TemplateParserTests {

	@Test
	void writesShortFormsOut() {
		Template template = parse("""
				Resources:
				  Orders:
				    Type: AWS::SQS::Queue
				    Properties:
				      QueueName: !Sub "${AWS::StackName}-orders"
				      RedrivePolicy:
				        deadLetterTargetArn: !GetAtt Dead.Arn
				      Other: !Ref Dead
				""");

		assertThat(template.resources().path("Orders").path("Properties").toString())
			.isEqualTo("{\"QueueName\":{\"Fn::Sub\":\"${AWS::StackName}-orders\"},"
					+ "\"RedrivePolicy\":{\"deadLetterTargetArn\":{\"Fn::GetAtt\":[\"Dead\",\"Arn\"]}},"
					+ "\"Other\":{\"Ref\":\"Dead\"}}");
	}

	@Test
	void keepsTypesOfScalars() {
		Template template = parse(
				"""
						AWSTemplateFormatVersion: 2010-09-09
						Resources: {A: {Type: x, Properties: {yes: true, number: 30, zip: '007', code: 0755, empty: , half: 0.5}}}
						""");

		assertThat(template.root().path("AWSTemplateFormatVersion").stringValue()).isEqualTo("2010-09-09");
		assertThat(template.resources().path("A").path("Properties").toString())
			.isEqualTo("{\"yes\":true,\"number\":30,\"zip\":\"007\",\"code\":\"0755\",\"empty\":null,\"half\":0.5}");
	}

	@Test
	void readsJsonTemplates() {
		assertThat(parse("{\"Resources\": {\"A\": {\"Type\": \"AWS::SQS::Queue\"}}}").resources().has("A")).isTrue();
	}

	@Test
	void remembersLinesAndFallsBackToTheParent() {
		Template template = parse("Resources:\n  A:\n    Type: x\n");

		assertThat(template.line("Resources/A/Type")).isEqualTo(3);
		assertThat(template.line("Resources/A/Properties/Nothing")).isEqualTo(2);
		assertThat(template.line("Nowhere")).isNull();
	}

	@Test
	void namesTheLineOfASyntaxError() {
		assertInvalid("Resources:\n  A:\n   Type: x\n  B\n", "not valid YAML", 4);
	}

	@Test
	void rejectsTheSecondOfTwoEqualKeys() {
		assertInvalid("Resources:\n  A: {Type: x}\n  A: {Type: y}\n", "The key A stands twice", 3);
	}

	@Test
	void rejectsUnknownShortForm() {
		assertInvalid("Resources:\n  A: !Foo x\n", "!Foo", 2);
	}

	@Test
	void rejectsAliasesBeyondTheLimit() {
		assertInvalid("a: &a x\nlist: [" + "*a, ".repeat(21) + "]\n", "more than 20 aliases", 2);
	}

	@Test
	void rejectsAliasBomb() {
		StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
		for (int i = 1; i <= 9; i++) {
			text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
		}
		text.append("b: &b [").append("x, ".repeat(15_000)).append("]\n").append("c: [*b, *b]\n");

		assertInvalid(text.toString(), "more than 20000 values", null);
	}

	@Test
	void rejectsValueThatContainsItself() {
		assertInvalid("a: &a [*a]\n", "nested deeper than 50", 1);
	}

	@Test
	void rejectsDeepNesting() {
		assertInvalid("a:\n  " + "[".repeat(60) + "]".repeat(60), "nested deeper than 50", 2);
		assertInvalid("{\"a\":".repeat(100_000), "nested deeper than 50", 1);
	}

	@Test
	void rejectsTagsOfPrograms() {
		assertInvalid("a: 1\nb: !!javax.script.ScriptEngineManager [x]\n", "!!javax.script.ScriptEngineManager", 2);
		assertInvalid("a: !!python/object:os.system x\n", "leave it out", 1);
		assertInvalid("a: !!binary aGVsbG8=\n", "!!binary", 1);
	}

	@Test
	void readsAScalarOfTheLargestSizeInTime() {
		String text = "a: \"" + "x ".repeat(TemplateParser.MAX_BYTES / 2 - 10) + "\"";

		assertThat(parse(text).root().path("a").stringValue()).hasSizeGreaterThan(500_000);
	}

	@Test
	void rejectsLargeFile() {
		assertThatExceptionOfType(InvalidTemplate.class)
			.isThrownBy(() -> TemplateParser.parse(new byte[TemplateParser.MAX_BYTES + 1]))
			.withMessageContaining("524289 bytes; 524288 (512 KiB) are allowed");
	}

	@Test
	void rejectsBytesThatAreNotText() {
		assertThatExceptionOfType(InvalidTemplate.class)
			.isThrownBy(() -> TemplateParser.parse(new byte[] { (byte) 0xff, (byte) 0xfe, 0x41 }))
			.withMessageContaining("not UTF-8");
	}

	@Test
	void rejectsEmptyFileAndBareList() {
		assertInvalid("", "empty", null);
		assertInvalid("- a\n", "must be a map", 1);
	}

	private static void assertInvalid(String text, String message, @Nullable Integer line) {
		assertThatExceptionOfType(InvalidTemplate.class).isThrownBy(() -> parse(text))
			.withMessageContaining(message)
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo("invalid-template"))
			.satisfies((problem) -> {
				if (line != null) {
					assertThat(problem.line()).isEqualTo(line);
				}
			});
	}

	private static Template parse(String text) {
		return TemplateParser.parse(text.getBytes(StandardCharsets.UTF_8));
	}

}
