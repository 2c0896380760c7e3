package academy.coldstart.engine.host;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.ssm.SsmClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values of a template arrive on the real engine in the form that CloudFormation gives
 * them.
 */
@ExtendWith(SharedEngine.class)
class TemplateValuesIntegrationTests {

	private static final String TEMPLATE = """
			{"Parameters": {
			   "Flag": {"Type": "String", "Default": true},
			   "Rate": {"Type": "Number", "Default": "0.190"},
			   "Seconds": {"Type": "Number", "Default": "7"},
			   "Code": {"Type": "String", "Default": "007"}},
			 "Mappings": {"Stages": {"test": {"Verbose": false}}},
			 "Conditions": {"Fast": {"Fn::Equals": [{"Ref": "Seconds"}, "7"]}},
			 "Resources": {
			   "Rate": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/rate", "Type": "String", "Value": true}},
			   "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17"}}},
			   "Orders": {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": "orders",
			     "Runtime": "python3.13", "Handler": "index.handler", "Role": {"Fn::GetAtt": ["Role", "Arn"]},
			     "Description": 2026, "Timeout": {"Ref": "Seconds"}, "MemorySize": "256",
			     "Code": {"ZipFile": "def handler(event, context): return 1"},
			     "Environment": {"Variables": {
			       "LITERAL": %s, "WHOLE": 10, "DECIMAL": 0.5, "LARGE": 123456789012,
			       "PARAMETER": {"Ref": "Flag"}, "RATE": {"Ref": "Rate"},
			       "CHOSEN": {"Fn::If": ["Fast", true, false]},
			       "MAPPED": {"Fn::FindInMap": ["Stages", "test", "Verbose"]},
			       "JOINED": {"Fn::Join": ["-", [true, 7, {"Ref": "Flag"}]]},
			       "ZEROS": {"Fn::Sub": "${Code}"}, "EXPONENT": {"Fn::Sub": "1e3"},
			       "SUBSTITUTED": {"Fn::Sub": ["${Flag} ${Mine}", {"Mine": false}]}}}}}},
			 "Outputs": {"Flag": {"Value": {"Ref": "Flag"}}, "Code": {"Value": {"Fn::Sub": "${Code}"}}}}
			""";

	private final TestAccount account;

	private final TestStack stack;

	TemplateValuesIntegrationTests(TestAccount account) {
		this.account = account;
		this.stack = new TestStack(account, "values");
	}

	@Test
	void environmentVariablesAreTextsAsCloudFormationWritesThem() {
		this.stack.create(TEMPLATE.formatted("true"), Map.of());

		assertThat(function().environment().variables()).containsEntry("LITERAL", "true")
			.containsEntry("WHOLE", "10")
			.containsEntry("DECIMAL", "0.5")
			.containsEntry("LARGE", "123456789012")
			.containsEntry("PARAMETER", "true")
			.containsEntry("RATE", "0.190")
			.containsEntry("CHOSEN", "true")
			.containsEntry("MAPPED", "false")
			.containsEntry("JOINED", "true-7-true")
			.containsEntry("ZEROS", "007")
			.containsEntry("EXPONENT", "1e3")
			.containsEntry("SUBSTITUTED", "true false");
	}

	@Test
	void dynamicReferencesOfAllFormsStandForTheWholeSecret() {
		this.stack.create(
				"""
						{"Resources": {
						   "Key": {"Type": "AWS::SecretsManager::Secret", "Properties": {"Name": "shop/key", "SecretString": "s3cret"}},
						   "Plain": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/plain", "Type": "String",
						     "Value": {"Fn::Sub": "{{resolve:secretsmanager:${Key}}}"}}},
						   "Named": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/named", "Type": "String",
						     "Value": {"Fn::Sub": "{{resolve:secretsmanager:${Key}:SecretString}}"}}},
						   "Long": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/long", "Type": "String",
						     "Value": {"Fn::Sub": "{{resolve:secretsmanager:${Key}:SecretString:::}}"}}}}}
						""",
				Map.of());

		SsmClient parameters = this.account.client(SsmClient.builder());
		assertThat(List.of("/plain", "/named", "/long")).allSatisfy(
				(name) -> assertThat(parameters.getParameter((request) -> request.name(name)).parameter().value())
					.isEqualTo("s3cret"));
	}

	@Test
	void conditionsOfPoliciesMayHaveBooleansAndNumbers() {
		this.stack.create("""
				{"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "reader",
				  "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
				    "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}},
				  "Policies": [{"PolicyName": "read", "PolicyDocument": {"Version": "2012-10-17", "Statement": {
				    "Effect": "Allow", "Action": "sqs:ReceiveMessage", "Resource": "*", "Condition": {
				      "Bool": {"aws:SecureTransport": true}, "NumericLessThan": {"aws:EpochTime": 4102444800}}}}}]}}}}
				""", Map.of());

		assertThat(this.account.client(IamClient.builder())
			.getRolePolicy((request) -> request.roleName("reader").policyName("read"))
			.policyDocument()).contains("SecureTransport");
	}

	@Test
	void updatedVariablesAreWrittenTheSameWay() {
		this.stack.create(TEMPLATE.formatted("true"), Map.of());

		this.stack.update(TEMPLATE.formatted("false"), Map.of("Rate", "1.50"));

		assertThat(function().environment().variables()).containsEntry("LITERAL", "false")
			.containsEntry("RATE", "1.50");
	}

	@Test
	void otherPropertiesGetTheFormThatTheirSchemaWants() {
		this.stack.create(TEMPLATE.formatted("true"), Map.of());

		assertThat(function().description()).isEqualTo("2026");
		assertThat(function().timeout()).isEqualTo(7);
		assertThat(function().memorySize()).isEqualTo(256);
		assertThat(parameter("/rate")).isEqualTo("true");
		assertThat(this.stack.outputs()).containsEntry("Flag", "true").containsEntry("Code", "007");
	}

	@Test
	void placeholderThatIsWrittenOutStays() {
		this.stack.create("""
				{"Resources": {"Text": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/text", "Type": "String",
				   "Value": {"Fn::Sub": "${!Kept} in ${AWS::Region}"}}}}}""", Map.of());

		assertThat(parameter("/text")).isEqualTo("${Kept} in us-east-1");
	}

	private String parameter(String name) {
		return this.account.client(SsmClient.builder())
			.getParameter((request) -> request.name(name))
			.parameter()
			.value();
	}

	private FunctionConfiguration function() {
		return this.account.lambda().getFunction((request) -> request.functionName("orders")).configuration();
	}

}
