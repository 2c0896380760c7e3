package academy.coldstart.grading.template;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class TemplateChecksTests {

	@Test
	void acceptsFunctionWithQueueAndGeneratedRole() {
		assertThatNoException().isThrownBy(() -> check("""
				Transform: AWS::Serverless-2016-10-31
				Parameters:
				  Stage: {Type: String}
				Resources:
				  Charge:
				    Type: AWS::Serverless::Function
				    Properties:
				      Handler: handler.handler
				      Environment: {Variables: {Q: !Ref Orders, S: !Ref Stage, R: !Ref AWS::Region}}
				  Orders:
				    Type: AWS::SQS::Queue
				    DependsOn: Dead
				  Dead: {Type: AWS::SQS::Queue}
				  Name:
				    Type: AWS::SSM::Parameter
				    Properties: {Type: String, Value: !Sub "${ChargeRole.Arn} ${!literal} ${Orders}"}
				"""));
	}

	@Test
	void namesUnsupportedTypeWithResourceAndLine() {
		assertInvalid("""
				Resources:
				  Good: {Type: AWS::SQS::Queue}
				  Site:
				    Type: AWS::Serverless::HttpApi
				""", "unsupported-resource", "The resource Site has the type AWS::Serverless::HttpApi", 4);
	}

	@Test
	void namesMisspelledType() {
		assertInvalid("Resources:\n  Q:\n    Type: AWS::SQS::Que\n", "unsupported-resource", "AWS::SQS::Que", 3);
	}

	@Test
	void suggestsTheTypeThatIsMeant() {
		assertInvalid("Resources:\n  Q:\n    Type: aws::SQS::Qeue\n", "unsupported-resource",
				"Did you mean AWS::SQS::Queue?", 3);
	}

	@Test
	void missesTheTransformThatSamNeeds() {
		assertInvalid("Resources:\n  F:\n    Type: AWS::Serverless::Function\n", "transform-missing",
				"Add the line \"Transform: AWS::Serverless-2016-10-31\" at the top.", 3);
		assertThatNoException().isThrownBy(() -> check("""
				Transform: [AWS::Serverless-2016-10-31]
				Resources: {F: {Type: AWS::Serverless::Function}}
				"""));
	}

	@Test
	void namesResourceWithoutType() {
		assertInvalid("Resources:\n  Q:\n    Properties: {}\n", "invalid-template", "The resource Q has no Type", 2);
	}

	@Test
	void namesAPropertyThatIsNotIndented() {
		assertInvalid("""
				Resources:
				  Q:
				    Type: AWS::SQS::Queue
				  RedrivePolicy:
				    maxReceiveCount: 5
				""", "invalid-template", "RedrivePolicy has no Type. If it is a property, indent it", 4);
		assertInvalid("""
				Resources:
				  Q:
				    Type: AWS::SQS::Queue
				    RedrivePolicy:
				      maxReceiveCount: 5
				""", "invalid-template", "Q has RedrivePolicy beside its Properties. Indent it", 4);
	}

	@Test
	void acceptsWhatMayStandBesideProperties() {
		assertThatNoException().isThrownBy(() -> check("""
				Resources:
				  Q:
				    Type: AWS::SQS::Queue
				    Metadata: {Note: x}
				    DeletionPolicy: Delete
				    UpdateReplacePolicy: Delete
				"""));
	}

	@Test
	void namesTheTypesThatAServiceHas() {
		assertInvalid("Resources:\n  Q:\n    Type: AWS::SQS::DeadLetterQueue\n", "unsupported-resource",
				"These exist: AWS::SQS::Queue, AWS::SQS::QueueInlinePolicy, AWS::SQS::QueuePolicy.", 3);
	}

	@Test
	void namesTheUrlOfAQueueWhereAnArnIsNeeded() {
		assertInvalid("""
				Resources:
				  Q:
				    Type: AWS::SQS::Queue
				    Properties:
				      RedrivePolicy:
				        deadLetterTargetArn: !Ref Dead
				  Dead: {Type: AWS::SQS::Queue}
				""", "invalid-template",
				"Q needs the ARN of Dead, but !Ref gives the URL of a queue. Write !GetAtt Dead.Arn.", 6);
		assertInvalid("""
				Transform: AWS::Serverless-2016-10-31
				Resources:
				  F:
				    Type: AWS::Serverless::Function
				    Properties:
				      Events:
				        Orders: {Type: SQS, Properties: {Queue: !Ref Q}}
				  Q: {Type: AWS::SQS::Queue}
				""", "invalid-template", "F needs the ARN of Q", 7);
	}

	@Test
	void acceptsTheUrlOfAQueueElsewhere() {
		assertThatNoException().isThrownBy(() -> check("""
				Transform: AWS::Serverless-2016-10-31
				Resources:
				  F:
				    Type: AWS::Serverless::Function
				    Properties:
				      Environment: {Variables: {QUEUE: !Ref Q}}
				  Q: {Type: AWS::SQS::Queue}
				"""));
	}

	@Test
	void namesReferenceToNothing() {
		assertInvalid("""
				Resources:
				  Q:
				    Type: AWS::SQS::Queue
				    Properties:
				      QueueName: !Ref Naem
				""", "invalid-template", "Q refers to Naem", 5);
	}

	@Test
	void namesTheCircleOfReferences() {
		assertInvalid("""
				Resources:
				  A:
				    Type: AWS::SQS::Queue
				    Properties: {QueueName: !Sub "${B.QueueName}"}
				  B:
				    Type: AWS::SQS::Queue
				    Properties: {QueueName: !GetAtt C.QueueName}
				  C:
				    Type: AWS::SQS::Queue
				    DependsOn: [A]
				""", "circular-reference", "A → B → C → A", 2);
	}

	@Test
	void namesResourceThatRefersToItself() {
		assertInvalid("Resources:\n  A:\n    Type: AWS::SQS::Queue\n    DependsOn: A\n", "circular-reference", "A → A",
				2);
	}

	@Test
	void rejectsTemplateWithoutResources() {
		assertInvalid("Description: nothing\n", "invalid-template", "no section Resources", null);
	}

	private static void assertInvalid(String text, String kind, String message, @Nullable Integer line) {
		assertThatExceptionOfType(InvalidTemplate.class).isThrownBy(() -> check(text))
			.withMessageContaining(message)
			.extracting(InvalidTemplate::kind, InvalidTemplate::line)
			.containsExactly(kind, line);
	}

	private static void check(String text) {
		TemplateChecks.check(TemplateParser.parse(text.getBytes(StandardCharsets.UTF_8)));
	}

}
