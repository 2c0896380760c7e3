package academy.coldstart.grading.template;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResolverTests {

	private static final String TEMPLATE = """
			Parameters:
			  Stage: {Type: String, Default: test}
			  Seconds: {Type: Number, Default: 4}
			Mappings:
			  Sizes: {test: {memory: 128}, prod: {memory: 1024}}
			Conditions:
			  IsProd: !Equals [!Ref Stage, prod]
			  IsNotProd: !Not [!Condition IsProd]
			  Either: !Or [!Condition IsProd, !Equals [a, a]]
			  Both: !And [!Condition IsNotProd, !Condition Either]
			Globals:
			  Function:
			    Timeout: 3
			    Environment: {Variables: {STAGE: !Ref Stage, SHARED: global}}
			Resources:
			  Charge:
			    Type: AWS::Serverless::Function
			    Properties:
			      Timeout: !Ref Seconds
			      MemorySize: !FindInMap [Sizes, !Ref Stage, memory]
			      ReservedConcurrentExecutions: !If [IsProd, 100, 2]
			      KmsKeyArn: !If [Both, !Ref AWS::NoValue, x]
			      Environment:
			        Variables:
			          SHARED: own
			          TABLE: !Ref Orders
			          ARN: !Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Name}-${!raw}"
			          OTHER: !GetAtt Orders.Arn
			          JOINED: !Join ["-", [a, !Ref Stage, !Select [1, !Split [",", "x,y"]]]]
			  Orders: {Type: AWS::DynamoDB::Table}
			""";

	@Test
	void resolvesParametersMappingsAndConditions() {
		var properties = resolver(Map.of("Stage", "prod")).properties("Charge");

		assertThat(properties.path("Timeout").asInt()).isEqualTo(4);
		assertThat(properties.path("MemorySize").asInt()).isEqualTo(1024);
		assertThat(properties.path("ReservedConcurrentExecutions").asInt()).isEqualTo(100);
		assertThat(properties.path("KmsKeyArn").stringValue()).isEqualTo("x");
	}

	@Test
	void usesDefaultsAndDropsNoValue() {
		var properties = resolver(Map.of()).properties("Charge");

		assertThat(properties.path("MemorySize").asInt()).isEqualTo(128);
		assertThat(properties.path("ReservedConcurrentExecutions").asInt()).isEqualTo(2);
		assertThat(properties.has("KmsKeyArn")).isFalse();
	}

	@Test
	void mergesGlobalsIntoFunctions() {
		var variables = resolver(Map.of()).properties("Charge").path("Environment").path("Variables");

		assertThat(variables.path("STAGE").stringValue()).isEqualTo("test");
		assertThat(variables.path("SHARED").stringValue()).isEqualTo("own");
	}

	@Test
	void resolvesReferencesToWhatIsKnownAndKeepsTheRest() {
		var variables = resolver(
				Map.of("Orders", "orders-1", "AWS::Region", "us-east-1", "AWS::AccountId", "1", "Name", "n"))
			.properties("Charge")
			.path("Environment")
			.path("Variables");

		assertThat(variables.path("TABLE").stringValue()).isEqualTo("orders-1");
		assertThat(variables.path("ARN").stringValue()).isEqualTo("arn:aws:sqs:us-east-1:1:n-${raw}");
		assertThat(variables.path("JOINED").stringValue()).isEqualTo("a-test-y");
		assertThat(variables.path("OTHER").toString()).isEqualTo("{\"Fn::GetAtt\":[\"Orders\",\"Arn\"]}");
	}

	@Test
	void keepsSubstitutionWithUnknownPart() {
		var variables = resolver(Map.of()).properties("Charge").path("Environment").path("Variables");

		assertThat(variables.path("ARN").has("Fn::Sub")).isTrue();
	}

	private static Resolver resolver(Map<String, String> known) {
		return new Resolver(TemplateParser.parse(TEMPLATE.getBytes(StandardCharsets.UTF_8)), known);
	}

}
