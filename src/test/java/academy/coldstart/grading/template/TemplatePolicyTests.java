package academy.coldstart.grading.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class TemplatePolicyTests {

	@Test
	void acceptsWhatExercisesAreMadeOf() {
		accepts("""
				Transform: AWS::Serverless-2016-10-31
				Globals: {Function: {CodeUri: ., Timeout: 3}}
				Parameters: {Table: {Type: String, Default: orders}}
				Conditions: {Small: !Not [!Equals [!Ref Table, large]]}
				Resources:
				  Charge:
				    Type: AWS::Serverless::Function
				    Properties:
				      CodeUri: src/
				      Handler: handler.handler
				      Environment:
				        Variables:
				          S3Bucket: !Ref Table
				          PROVIDER: https://payments.example/charge
				          TemplateURL: https://x.example
				          KafkaBootstrapServers: none
				          Region: !Sub "${AWS::Region}"
				      Events:
				        Orders: {Type: SNS, Properties: {Topic: !Ref Topic, FilterPolicy: {Protocol: [express]}}}
				        Integration: {Type: SQS, Properties: {Queue: !GetAtt Integration.Arn}}
				    Metadata: {Note: "{{resolve:ssm:/x}} https://x.example", CodeUri: s3://x/y}
				  Topic: {Type: AWS::SNS::Topic}
				  Integration: {Type: AWS::SQS::Queue}
				  Filtered:
				    Type: AWS::SNS::Subscription
				    Properties: {Protocol: sqs, TopicArn: !Ref Topic, Endpoint: !GetAtt Integration.Arn, FilterPolicy: {Protocol: [http]}}
				  Mail:
				    Type: AWS::SNS::Subscription
				    Properties: {Protocol: !If [Small, lambda, sqs], TopicArn: !Ref Topic, Endpoint: !GetAtt Charge.Arn}
				  Method:
				    Type: AWS::ApiGateway::Method
				    Properties:
				      Integration: {Type: AWS_PROXY, Uri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/${Charge.Arn}"}
				""");
	}

	@ParameterizedTest
	@MethodSource("exercises")
	void acceptsEveryTemplateOfTheCourse(Path exercise) throws IOException {
		TemplatePolicy policy = new TemplatePolicy(allowed(exercise), given(exercise));
		try (Stream<Path> files = Files.walk(exercise)) {
			assertThat(files.filter((file) -> file.endsWith("template.yaml")).toList())
				.allSatisfy((file) -> assertThatNoException()
					.isThrownBy(() -> policy.check(TemplateParser.parse(Files.readAllBytes(file)))));
		}
	}

	private static List<Path> exercises() throws IOException {
		try (Stream<Path> folders = Files.list(Path.of("exercises"))) {
			return folders.filter((folder) -> Files.exists(folder.resolve("exercise.yaml"))).sorted().toList();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					where-failures-go | NotifyFunction  | AWS::Serverless::Function | InlineCode: pass                                       | InlineCode | CodeUri
					where-failures-go | NotifyFunction  | AWS::Serverless::Function | InlineCode: !If [Always, pass, !Ref AWS::NoValue]      | InlineCode | CodeUri
					where-failures-go | NotifyFunction  | AWS::Lambda::Function     | Code: {ZipFile: pass}                                  | ZipFile    | Code
					where-failures-go | NotifyFunction  | AWS::Lambda::Function     | Code: !If [Always, {ZipFile: pass}, !Ref AWS::NoValue] | ZipFile    | Code
					least-privilege   | IntakeFunction  | AWS::Serverless::Function | InlineCode: pass                                       | InlineCode | CodeUri
					least-privilege   | NotifyFunction  | AWS::Serverless::Function | InlineCode: !Join ["", [pa, ss]]                       | InlineCode | CodeUri
					least-privilege   | InvoiceFunction | AWS::Lambda::Function     | Code: {ZipFile: pass}                                  | ZipFile    | Code
					""")
	void refusesOtherCodeForFunctionsWhoseCodeIsGiven(String slug, String function, String type, String code,
			String property, String instead) throws IOException {
		TemplatePolicy policy = new TemplatePolicy(DynamicReferences.NONE, given(Path.of("exercises", slug)));
		String template = "Conditions: {Always: !Equals [a, a]}\nResources:\n  %s:\n    Type: %s\n    Properties:\n      %s\n";

		assertThatExceptionOfType(InvalidTemplate.class)
			.isThrownBy(() -> policy.check(parse(template.formatted(function, type, code))))
			.withMessage("The function %s has code in the template (%s), but its code is given in this exercise. "
					+ "Remove it, and write \"%s: .\", which is the given code.", function, property, instead)
			.returns("given-code", InvalidTemplate::kind)
			.returns(6, InvalidTemplate::line);
		assertThatNoException().isThrownBy(() -> policy.check(parse(template.formatted("Triage", type, code))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "where-failures-go", "least-privilege" })
	void refusesOtherResourcesUnderTheNamesOfGivenFunctions(String slug) throws IOException {
		TemplatePolicy policy = new TemplatePolicy(DynamicReferences.NONE, given(Path.of("exercises", slug)));

		assertThatExceptionOfType(InvalidTemplate.class)
			.isThrownBy(() -> policy.check(parse("Resources:\n  NotifyFunction:\n    Type: AWS::SSM::Parameter\n")))
			.withMessageContaining("NotifyFunction has the type AWS::SSM::Parameter")
			.returns(3, InvalidTemplate::line);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Globals: {Function: {%s}}\nResources: {}\n",
			"Resources:\n  NotifyFunction: {Type: AWS::Serverless::Function, Properties: {%s}}\n",
			"Resources:\n  NotifyFunction: {Type: AWS::Lambda::Function, Properties: {%s}}\n" })
	void refusesOptionsThatLoadCodeBeforeGivenFunctions(String template) throws IOException {
		TemplatePolicy policy = new TemplatePolicy(DynamicReferences.NONE,
				given(Path.of("exercises/where-failures-go")));
		String variables = "Environment: {Variables: {NODE_OPTIONS: '--import data:text/javascript,0'}}";

		assertThatExceptionOfType(InvalidTemplate.class)
			.isThrownBy(() -> policy.check(parse(template.formatted(variables))))
			.withMessage(
					"NODE_OPTIONS can load code before a function whose code is given in this exercise. Remove it.")
			.returns("given-code", InvalidTemplate::kind);
		assertThatNoException().isThrownBy(() -> new TemplatePolicy(DynamicReferences.NONE, GivenFunctions.NONE)
			.check(parse(template.formatted(variables))));
	}

	private static GivenFunctions given(Path exercise) throws IOException {
		Path starter = exercise.resolve("starter/python/template.yaml");
		boolean template = new YAMLMapper().readTree(Files.readString(exercise.resolve("exercise.yaml")))
			.path("kind")
			.asString("")
			.equals("template");
		return template ? GivenFunctions.of(TemplateParser.parse(Files.readAllBytes(starter))) : GivenFunctions.NONE;
	}

	private static DynamicReferences allowed(Path exercise) throws IOException {
		return new DynamicReferences(new YAMLMapper().readTree(Files.readString(exercise.resolve("exercise.yaml")))
			.path("dynamicReferences")
			.valueStream()
			.map(JsonNode::asString)
			.toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "AWS::Include", "AWS::LanguageExtensions", "MyMacro", "{Name: AWS::Include}",
			"[AWS::Serverless-2016-10-31, MyMacro]" })
	void refusesOtherTransforms(String transform) {
		refuses("Resources: {Q: {Type: AWS::SQS::Queue}}\nTransform: " + transform + "\n", "transform-refused",
				"only AWS::Serverless-2016-10-31 is carried out", 2);
	}

	@Test
	void refusesTransformsWithinResources() {
		refuses("""
				Resources:
				  Q:
				    Type: AWS::SQS::Queue
				    Properties:
				      Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://a/b}}
				""", "transform-refused", "Fn::Transform", 5);
		refuses("""
				Resources:
				  Fn::ForEach::Queues: [N, [a, b], {"Q${N}": {Type: AWS::SQS::Queue}}]
				""", "transform-refused", "Fn::ForEach::Queues", 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Custom::Anything", "AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Stack",
			"AWS::CloudFormation::Macro", "AWS::Serverless::Application" })
	void refusesResourcesThatSomebodyElseCreates(String type) {
		refuses("Resources:\n  X:\n    Type: " + type + "\n", "custom-resource", "The resource X has the type " + type,
				3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			AWS::Serverless::Function         | CodeUri: s3://bucket/key
			AWS::Serverless::Function         | CodeUri: https://evil.example/code.zip
			AWS::Serverless::Function         | CodeUri: file:///etc
			AWS::Serverless::Function         | CodeUri: {Bucket: b, Key: k}
			AWS::Serverless::Function         | CodeUri: !Ref AWS::StackName
			AWS::Serverless::Function         | ImageUri: 1.dkr.ecr.us-east-1.amazonaws.com/x
			AWS::Serverless::Function         | PackageType: Image
			AWS::Lambda::Function             | Code: {S3Bucket: b, S3Key: k}
			AWS::Lambda::Function             | Code: !If [Always, {S3Bucket: b, S3Key: k}, {ZipFile: x}]
			AWS::Lambda::Function             | Code: {ImageUri: x}
			AWS::Lambda::Function             | Code: s3://bucket/key
			AWS::Lambda::LayerVersion         | Content: {S3Bucket: b, S3Key: k}
			AWS::Serverless::LayerVersion     | ContentUri: s3://bucket/key
			AWS::Serverless::StateMachine     | DefinitionUri: s3://bucket/key
			AWS::StepFunctions::StateMachine  | DefinitionS3Location: {Bucket: b, Key: k}
			AWS::ApiGateway::RestApi          | BodyS3Location: {Bucket: b, Key: k}
			""")
	void refusesContentFromElsewhere(String type, String property) {
		refuses("Conditions: {Always: !Equals [a, a]}\nResources:\n  X:\n    Type: " + type
				+ "\n    Properties:\n      " + property + "\n", "remote-content", "only what is handed in is deployed",
				6);
	}

	@Test
	void refusesContentFromElsewhereForAllFunctions() {
		refuses("""
				Globals:
				  Function:
				    CodeUri: s3://bucket/key
				Resources: {Q: {Type: AWS::SQS::Queue}}
				""", "remote-content", "The section Globals takes content from elsewhere", 3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					AWS::Events::ApiDestination       | InvocationEndpoint: http://169.254.169.254/                    | 4
					AWS::Events::Connection           | AuthorizationType: API_KEY                                     | 4
					AWS::SNS::Subscription            | Protocol: http                                                 | 6
					AWS::SNS::Subscription            | Protocol: HTTPS                                                | 6
					AWS::SNS::Subscription            | Protocol: !If [Always, http, sqs]                              | 6
					AWS::SNS::Subscription            | Protocol: !Join ["", [ht, tp]]                                 | 6
					AWS::SNS::Subscription            | Protocol: !GetAtt Q.Name                                       | 6
					AWS::SNS::Topic                   | Subscription: [{Protocol: http, Endpoint: http://localhost:1}] | 6
					AWS::ApiGateway::Method           | Integration: {Type: HTTP_PROXY, Uri: http://localhost:1}       | 6
					AWS::ApiGateway::Method           | Integration: !If [Always, {Type: http}, {Type: MOCK}]          | 6
					AWS::Serverless::Api              | DefinitionBody: {paths: {/: {get: {x-amazon-apigateway-integration: {type: http}}}}} | 6
					AWS::Serverless::Function         | Events: {K: {Type: SelfManagedKafka, Properties: {KafkaBootstrapServers: [a]}}} | 6
					AWS::Lambda::EventSourceMapping   | SelfManagedEventSource: {Endpoints: {KafkaBootstrapServers: [a]}} | 6
					AWS::StepFunctions::StateMachine  | DefinitionString: '{"Resource": "arn:aws:states:::http:invoke"}' | 6
					AWS::StepFunctions::StateMachine  | DefinitionString: !Join ["", ["arn:aws:states:::", "http:invoke"]] | 6
					""")
	void refusesAddressesOutside(String type, String property, int line) {
		refuses("Conditions: {Always: !Equals [a, a]}\nResources:\n  X:\n    Type: " + type
				+ "\n    Properties:\n      " + property + "\n", "outside-address",
				"The resource X would send requests to an address outside", line);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{resolve:ssm:/larkspur/key}}", "a {{resolve:secretsmanager:key:SecretString}} b",
			"{{ resolve:ssm-secure:/larkspur/key:1}}" })
	void refusesDynamicReferencesThatTheExerciseDoesNotAllow(String value) {
		String template = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: \"" + value
				+ "\"\n";
		refuses(template, "dynamic-reference", "This exercise allows no dynamic references.", 5);
	}

	@Test
	void refusesDynamicReferencesThatFunctionsPutTogether() {
		refuses("""
				Resources:
				  Q:
				    Type: AWS::SQS::Queue
				    Properties:
				      QueueName: !Join ["", ["{{resolve", ":ssm:/a}}"]]
				""", "dynamic-reference", "\"ssm:/a\"", 5);
		refuses("""
				Parameters:
				  Key: {Type: "AWS::SSM::Parameter::Value<String>", Default: /larkspur/key}
				Resources: {Q: {Type: AWS::SQS::Queue}}
				""", "dynamic-reference", "\"ssm:/larkspur/key\"", 2);
		refuses("""
				Globals: {Function: {Environment: {Variables: {KEY: !Sub "{{resolve:ssm:/${AWS::Region}}}"}}}}
				Resources: {Q: {Type: AWS::SQS::Queue}}
				""", "dynamic-reference", "\"ssm:/us-east-1\"", 1);
		refuses("""
				Resources: {Q: {Type: AWS::SQS::Queue}}
				Outputs:
				  Key: {Value: !Join ["", ["{{resolve", ":ssm:/a}}"]]}
				""", "dynamic-reference", "\"ssm:/a\"", 3);
	}

	@Test
	void acceptsDynamicReferencesThatTheExerciseAllows() {
		TemplatePolicy policy = new TemplatePolicy(
				new DynamicReferences(List.of("ssm:/larkspur/*", "secretsmanager:key")), GivenFunctions.NONE);
		assertThatNoException().isThrownBy(() -> policy.check(parse("""
				Parameters:
				  Name: {Type: String, Default: table}
				Resources:
				  Q:
				    Type: AWS::SQS::Queue
				    Properties:
				      QueueName: !Sub "{{resolve:ssm:/larkspur/${Name}:2}}"
				      Other: "{{resolve:secretsmanager:key:SecretString:password}}"
				""")));
		assertThatExceptionOfType(InvalidTemplate.class)
			.isThrownBy(() -> policy.check(parse(
					"Resources: {Q: {Type: AWS::SQS::Queue, Properties: {A: '{{resolve:secretsmanager:keys}}'}}}")))
			.withMessageContaining("allows these dynamic references only: ssm:/larkspur/*, secretsmanager:key.");
	}

	@Test
	void refusesMoreResourcesAndParametersThanAwsTakes() {
		refuses("Resources:\n" + entries(501, "  Q%d: {Type: AWS::SQS::Queue}"), "template-too-large",
				"The section Resources has 501 entries; AWS takes 500.", 1);
		refuses("Parameters:\n" + entries(201, "  P%d: {Type: String, Default: x}"), "template-too-large",
				"The section Parameters has 201 entries; AWS takes 200.", 1);
	}

	@Test
	void refusesTextsThatGrowWithEachLevel() {
		String nested = "!Ref AWS::Region";
		for (int level = 0; level < 12; level++) {
			nested = "!Sub [\"" + "${v}".repeat(10) + "\", {v: " + nested + "}]";
		}
		refuses(queueNamed(nested), "template-too-large", "The texts of Q would grow beyond 4 MiB", 2);
		refuses(queueNamed(nested.replace("!Ref AWS::Region", "!GetAtt Q.Arn")), "template-too-large", "The texts of Q",
				2);
	}

	@Test
	void refusesTextsThatAreJoinedFromCharacters() {
		String text = "x".repeat(100_000);
		refuses(queueNamed("!Join [" + text + ", !Split [\"\", " + text + "]]"), "template-too-large",
				"The texts of Q would grow beyond 4 MiB", 2);
		refuses("Mappings: {M: {a: {b: " + text + "}}}\n" + queueNamed(
				"[" + IntStream.range(0, 60).mapToObj((i) -> "!FindInMap [M, a, b]").collect(Collectors.joining(", "))
						+ "]"),
				"template-too-large", "The texts of Q", 3);
	}

	@Test
	void refusesConditionsThatTakeTooLong() {
		StringBuilder conditions = new StringBuilder("Conditions:\n  C0: !Equals [a, a]\n");
		for (int level = 1; level < 15; level++) {
			conditions.append("  C%d: !And [!Condition C%d, !Condition C%d]\n".formatted(level, level - 1, level - 1));
		}
		refuses(conditions + queueNamed("x"), "template-too-large", "more than 10,000 steps to decide", null);
		StringBuilder chain = new StringBuilder("Conditions:\n  C0: !Equals [a, a]\n");
		for (int level = 1; level < 40; level++) {
			chain.insert(12, "  C%d: !Not [!Condition C%d]\n".formatted(level, level - 1));
		}
		refuses(chain + queueNamed("x"), "template-too-large", "through more than 20 others", null);
	}

	@Test
	void refusesConditionsInACircle() {
		refuses("""
				Conditions:
				  A: !Not [!Condition B]
				  B: !Or [!Condition A, !Equals [a, b]]
				Resources: {Q: {Type: AWS::SQS::Queue}}
				""", "circular-reference", "A → B → A", 2);
	}

	@Test
	void refusesNamesOfResourcesThatLookLikePaths() {
		refuses("Resources:\n  a/Properties/Environment/Variables/b: {Type: AWS::SQS::Queue}\n", "invalid-template",
				"other characters than letters and digits", 2);
	}

	private static String queueNamed(String name) {
		return "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {QueueName: " + name + "}\n";
	}

	private static String entries(int count, String form) {
		return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining("\n")) + "\n";
	}

	private static void accepts(String text) {
		assertThatNoException().isThrownBy(() -> policy().check(parse(text)));
	}

	private static void refuses(String text, String kind, String message, @Nullable Integer line) {
		assertThatExceptionOfType(InvalidTemplate.class).isThrownBy(() -> policy().check(parse(text)))
			.withMessageContaining(message)
			.returns(kind, InvalidTemplate::kind)
			.matches((problem) -> line == null || line.equals(problem.line()), "is in line " + line);
	}

	private static TemplatePolicy policy() {
		return new TemplatePolicy(DynamicReferences.NONE, GivenFunctions.NONE);
	}

	private static Template parse(String text) {
		return TemplateParser.parse(text.getBytes(StandardCharsets.UTF_8));
	}

}
