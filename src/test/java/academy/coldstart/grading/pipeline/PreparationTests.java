package academy.coldstart.grading.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.GradingTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

class PreparationTests {

	private static final String TEMPLATE = "Resources: {Queue: {Type: AWS::SQS::Queue}}\n";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@BeforeEach
	void writeStarter() throws IOException {
		Path starter = Files.createDirectories(this.directory.resolve("starter/python"));
		Files.writeString(starter.resolve("handler.py"), "given");
		Files.writeString(starter.resolve("template.yaml"), "Resources: {Notify: {Type: AWS::Lambda::Function}}\n");
	}

	@Test
	void codeIsTheStartersWhereOnlyATemplateIsHandedIn() {
		Prepared prepared = prepare(ExerciseKind.TEMPLATE,
				Map.of("template.yaml", TEMPLATE, "handler.py", "changed", "more.py", "added"));

		assertThat(prepared.code().contents().keySet()).containsExactly("handler.py", "template.yaml");
		assertThat(prepared.code().text("handler.py")).isEqualTo("given");
		assertThat(prepared.code().text("template.yaml")).isEqualTo(TEMPLATE);
	}

	@Test
	void templateAloneIsEnoughWhereTheCodeIsGiven() {
		Prepared prepared = prepare(ExerciseKind.TEMPLATE, Map.of("template.yaml", TEMPLATE));

		assertThat(prepared.code().text("handler.py")).isEqualTo("given");
	}

	@Test
	void templateBringsNoCodeForAGivenFunction() {
		Map<String, String> files = Map.of("template.yaml",
				"Resources:\n  Notify:\n    Type: AWS::Lambda::Function\n    Properties:\n      Code: {ZipFile: changed}\n",
				"handler.py", "changed");

		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> prepare(ExerciseKind.TEMPLATE, files))
			.satisfies((rejected) -> assertThat(rejected.problem()).returns("given-code", Problem::kind)
				.returns("template.yaml", Problem::file)
				.returns(5, Problem::line));
		assertThat(prepare(ExerciseKind.BOTH, files).code().text("handler.py")).isEqualTo("changed");
	}

	@Test
	void codeIsTheLearnersWhereItIsHandedIn() {
		Prepared prepared = prepare(ExerciseKind.BOTH, Map.of("template.yaml", TEMPLATE, "handler.py", "changed"));

		assertThat(prepared.code().text("handler.py")).isEqualTo("changed");
	}

	@Test
	void problemNamesEverythingThatIsWrongWithTheTemplate() {
		Map<String, String> files = Map.of("handler.py", "", "template.yaml", """
				Resources:
				  Notify:
				    Type: AWS::Lambda::Function
				    Properties:
				      Runtime: nodejs24.x
				      Role: !GetAtt Rolle.Arn
				  Orders:
				    Type: AWS::SQS::Qeue
				""");

		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> prepare(ExerciseKind.BOTH, files))
			.satisfies((rejected) -> {
				assertThat(rejected.problem()).returns("unsupported-resource", Problem::kind).returns(8, Problem::line);
				assertThat(rejected.problem().others()).extracting(Problem.Other::kind, Problem.Other::line)
					.containsExactly(tuple("runtime-mismatch", 5), tuple("invalid-template", 6));
				assertThat(rejected.problem().others()).extracting(Problem.Other::file).containsOnly("template.yaml");
			});
	}

	private static CheckDefinition check(String id) {
		return new CheckDefinition(id, "It works.", 50, true, CheckDefinition.Visibility.VISIBLE,
				List.of("a", "b", "c"));
	}

	private Prepared prepare(ExerciseKind kind, Map<String, String> files) {
		Exercise exercise = new Exercise(new Slug("hello-larkspur"), "E00", 1, "Hello", new Slug("lesson"), 1, 10,
				false, List.of(), kind,
				Map.of(Language.PYTHON, new HandlerLocation("handler.py", "handler.handler", "python3.13")), null,
				Set.of("lambda"), List.of(check("C1"), check("C2")), this.directory);
		Map<String, byte[]> contents = files.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (file) -> file.getValue().getBytes(StandardCharsets.UTF_8)));
		return Preparation.prepare(new GradingTask(exercise, Language.PYTHON, SourceFiles.of(contents), List.of(11L)),
				new Packaging(mock(JavaCompiling.class)));
	}

}
