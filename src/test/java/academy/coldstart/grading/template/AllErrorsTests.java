package academy.coldstart.grading.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A template with several errors is refused for all of them.
 */
class AllErrorsTests {

	@Test
	void namesEveryErrorAndBeginsWithTheOneThatIsFoundFirst() {
		InvalidTemplate refused = refused("""
				Transform: AWS::Serverless-2016-10-31
				Resources:
				  Charge:
				    Type: AWS::Serverless::Function
				    Properties:
				      Handler: handler.handler
				      Environment: {Variables: {TABLE: !Ref Tabel}}
				  Orders:
				    Type: AWS::SQS::Queue
				    Properties:
				      RedrivePolicy:
				        deadLetterTargetArn: !Ref Dead
				        maxReceiveCount: 3
				  Dead:
				    Type: AWS::SQS::Qeue
				""");
		assertThat(refused).hasMessageContaining("The resource Dead has the type AWS::SQS::Qeue");
		assertThat(refused.line()).isEqualTo(15);
		assertThat(refused.others()).extracting(InvalidTemplate::line).containsExactly(7);
		assertThat(refused.others()).extracting(Throwable::getMessage)
			.containsExactly(
					"The resource Charge refers to Tabel, but the template has no resource or parameter of that "
							+ "name.");
	}

	@Test
	void sortsTheOthersByTheirLines() {
		InvalidTemplate refused = refused("""
				Resources:
				  First:
				    Type: AWS::SQS::Queue
				    Properties: {QueueName: !Ref Naem}
				  Second:
				    Type: AWS::SQS::Queue
				    RedrivePolicy: {}
				    Properties: {DelaySeconds: 1}
				  Third:
				    DependsOn: First
				  Fourth:
				    Type: Custom::Own
				""");
		assertThat(refused.kind()).isEqualTo("custom-resource");
		assertThat(refused.others()).extracting(InvalidTemplate::line).containsExactly(4, 7, 9);
	}

	@Test
	void saysOnceWhatOneChangeMends() {
		InvalidTemplate refused = refused("""
				Resources:
				  A:
				    Type: AWS::Serverless::Function
				    Properties: {Role: !GetAtt Role.Arn}
				  B:
				    Type: AWS::Serverless::Function
				    Properties: {Role: !GetAtt Role.Arn}
				  C:
				    Type: AWS::SQS::Queue
				    QueueName: orders
				    DelaySeconds: 1
				""");
		assertThat(refused.kind()).isEqualTo("transform-missing");
		assertThat(refused.others()).extracting(InvalidTemplate::line).containsExactly(4, 10);
	}

	@Test
	void doesNotBlameAResourceTwiceForItsType() {
		InvalidTemplate refused = refused("""
				Resources:
				  Own:
				    Type: Custom::Own
				  Far:
				    Type: AWS::Events::ApiDestination
				""");
		assertThat(refused.others()).extracting(InvalidTemplate::kind).containsExactly("outside-address");
	}

	@Test
	void namesEveryPlaceThatTakesContentFromElsewhere() {
		InvalidTemplate refused = refused("""
				Resources:
				  A:
				    Type: AWS::Lambda::Function
				    Properties:
				      Code:
				        S3Bucket: mine
				        S3Key: a.zip
				  B:
				    Type: AWS::Lambda::Function
				    Properties:
				      Code: {ImageUri: x}
				  C:
				    Type: AWS::SSM::Parameter
				    Properties:
				      Type: String
				      Value: !Sub "{{resolve:ssm:/x}}"
				""");
		assertThat(refused.line()).isEqualTo(6);
		assertThat(refused.others()).extracting(InvalidTemplate::line, InvalidTemplate::kind)
			.containsExactly(tuple(11, "remote-content"), tuple(16, "dynamic-reference"));
	}

	@Test
	void namesCirclesThatHaveNothingInCommon() {
		InvalidTemplate refused = refused("""
				Resources:
				  A: {Type: AWS::SQS::Queue, DependsOn: B}
				  B: {Type: AWS::SQS::Queue, DependsOn: [A, C]}
				  C: {Type: AWS::SQS::Queue, DependsOn: C}
				""");
		assertThat(refused).hasMessageContaining("A → B → A");
		assertThat(refused.others()).singleElement()
			.satisfies((other) -> assertThat(other).hasMessageContaining("C → C"));
	}

	@Test
	void keepsTwentyOthersAndCountsTheRest() {
		String queues = IntStream.range(0, 26)
			.mapToObj((i) -> "  Q%d:\n    Type: AWS::SQS::Queue\n    Properties: {QueueName: !Ref Name%d}\n"
				.formatted(i, i))
			.collect(Collectors.joining());
		InvalidTemplate refused = refused("Resources:\n" + queues);
		assertThat(refused.line()).isEqualTo(4);
		assertThat(refused.others()).hasSize(20).extracting(InvalidTemplate::line).startsWith(7).endsWith(64);
		assertThat(refused.left()).isEqualTo(5);
	}

	@Test
	void stopsWhereNothingMoreCanBeSaid() {
		InvalidTemplate refused = refused("Resources:\n  A: {Type: Wrong}\n  B: {Type: Wrong\n");
		assertThat(refused.others()).isEmpty();
	}

	@Test
	void doesNotSayThatAMisspelledPropertyIsMissingToo() {
		LintProblems problems = new LintProblems(List.of(
				problem("E3002",
						"Additional properties are not allowed ('Handlr' was unexpected. Did you mean 'Handler'?)",
						"Resources", "F", "Properties", "Handlr"),
				problem("E3003", "'Handler' is a required property", "Resources", "F", "Properties"),
				problem("E3003", "'Role' is a required property", "Resources", "F", "Properties"),
				problem("E3012", "'x' is not of type 'integer'", "Resources", "F", "Properties", "Timeout")));
		InvalidTemplate refused = refused(problems, """
				Resources:
				  F:
				    Type: AWS::Lambda::Function
				    Properties:
				      Handlr: handler.handler
				      Timeout: x
				""");
		assertThat(refused).hasMessageContaining("has no property Handlr").hasMessageEndingWith("There are 2 more.");
		assertThat(refused.others()).extracting(InvalidTemplate::line).containsExactly(4, 6);
	}

	@Test
	void namesAMisspelledPropertyAlsoWhenItIsFoundMissingFirst() {
		LintProblems problems = new LintProblems(List.of(
				problem("E3003", "'Handler' is a required property", "Resources", "F", "Properties"),
				problem("E3002",
						"Additional properties are not allowed ('Handlr' was unexpected. Did you mean 'Handler'?)",
						"Resources", "F", "Properties", "Handlr")));
		InvalidTemplate refused = refused(problems, """
				Resources:
				  F:
				    Type: AWS::Lambda::Function
				    Properties:
				      Handlr: handler.handler
				""");
		assertThat(refused).hasMessageContaining("lacks Handler");
		assertThat(refused.others()).singleElement()
			.satisfies((other) -> assertThat(other).hasMessageContaining("has no property Handlr"));
	}

	@Test
	void blamesGlobalsOnceForAllFunctions() {
		String message = "'ten' is not of type 'integer'";
		LintProblems problems = new LintProblems(
				List.of(problem("E3012", message, "Resources", "A", "Properties", "Timeout"),
						problem("E3012", message, "Resources", "B", "Properties", "Timeout"),
						problem("E3012", message, "Resources", "C", "Properties", "Timeout")));
		InvalidTemplate refused = refused(problems, """
				Transform: AWS::Serverless-2016-10-31
				Globals:
				  Function:
				    Timeout: ten
				Resources:
				  A: {Type: AWS::Serverless::Function, Properties: {Handler: a}}
				  B: {Type: AWS::Serverless::Function, Properties: {Handler: b}}
				  C:
				    Type: AWS::Serverless::Function
				    Properties:
				      Timeout: ten
				""");
		assertThat(refused.others()).extracting(InvalidTemplate::line).containsExactly(11);
	}

	private static LintProblem problem(String rule, String message, String... path) {
		return new LintProblem(rule, message, List.of(path), null);
	}

	private static InvalidTemplate refused(LintProblems problems, String text) {
		Template template = TemplateParser.parse(text.getBytes(StandardCharsets.UTF_8));
		return catchThrowableOfType(InvalidTemplate.class, () -> problems.refuse(template));
	}

	private static InvalidTemplate refused(String text) {
		TemplatePolicy policy = new TemplatePolicy(DynamicReferences.NONE, GivenFunctions.NONE);
		return catchThrowableOfType(InvalidTemplate.class, () -> policy.read(text.getBytes(StandardCharsets.UTF_8)));
	}

}
