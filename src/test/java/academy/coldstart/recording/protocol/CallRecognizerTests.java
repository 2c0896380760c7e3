package academy.coldstart.recording.protocol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallRecognizerTests {

	private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

	@Test
	void recognizesJson() {
		RecognizedCall call = Requests.recognize(Requests.signed("dynamodb", "POST /", "X-Amz-Target",
				"DynamoDB_20120810.GetItem", "Content-Type", "application/x-amz-json-1.0"), "{}");
		assertThat(call.protocol()).isEqualTo(Protocol.JSON);
		assertThat(call.is("dynamodb", "GetItem")).isTrue();
	}

	@Test
	void tellsServicesWithOneSigningNameApart() {
		assertThat(Requests
			.name(Requests.signed("dynamodb", "POST /", "X-Amz-Target", "DynamoDBStreams_20120810.GetRecords"), "{}"))
			.isEqualTo("dynamodb:GetRecords");
		assertThat(Requests.name(Requests.signed("dynamodb", "POST /", "X-Amz-Target", "DynamoDB_20120810.GetRecords"),
				"{}"))
			.isEqualTo("dynamodb:Unknown");
	}

	@Test
	void recognizesQueryInBodyAndQueryString() {
		assertThat(Requests.name(Requests.signed("sns", "POST /", "Content-Type", FORM),
				"Action=Publish&Version=2010-03-31&Message=m"))
			.isEqualTo("sns:Publish");
		assertThat(Requests.name(Requests.signed("sts", "GET /?Action=GetCallerIdentity&Version=2011-06-15"), ""))
			.isEqualTo("sts:GetCallerIdentity");
	}

	@Test
	void recognizesUnsignedQueryByItsVersion() {
		assertThat(
				Requests.name(Requests.head("POST /", "Content-Type", FORM), "Action=TagResource&Version=2010-03-31"))
			.isEqualTo("sns:TagResource");
		assertThat(
				Requests.name(Requests.head("POST /", "Content-Type", FORM), "Action=SendMessage&Version=2012-11-05"))
			.isEqualTo("sqs:SendMessage");
	}

	@Test
	void recognizesEc2() {
		RecognizedCall call = Requests.recognize(Requests.signed("ec2", "POST /", "Content-Type", FORM),
				"Action=DescribeInstances&Version=2016-11-15");
		assertThat(call.protocol()).isEqualTo(Protocol.EC2);
		assertThat(call.operationName()).isEqualTo("DescribeInstances");
	}

	@Test
	void recognizesCbor() {
		RecognizedCall call = Requests.recognize(
				Requests.signed("monitoring", "POST /service/GraniteServiceVersion20100801/operation/PutMetricData",
						"Smithy-Protocol", "rpc-v2-cbor", "Content-Type", "application/cbor"),
				"");
		assertThat(call.protocol()).isEqualTo(Protocol.CBOR);
		assertThat(call.is("monitoring", "PutMetricData")).isTrue();
	}

	@Test
	void recognizesRequestsToTheQueueUrlItself() {
		RecognizedCall call = Requests
			.recognize(Requests.head("GET /queue/us-east-1/111122223333/orders?Action=SendMessage&MessageBody=m"), "");
		assertThat(call.protocol()).isEqualTo(Protocol.QUERY);
		assertThat(call.is("sqs", "SendMessage")).isTrue();
	}

	@Test
	void takesRequestsToAQueueUrlForNothingElse() {
		assertThat(
				Requests.name(Requests.signed("s3", "GET /queue/us-east-1/111122223333/orders?Action=DeleteQueue"), ""))
			.isEqualTo("sqs:DeleteQueue");
		assertThat(Requests.name(Requests.signed("s3", "GET /111122223333/orders"), "")).isEqualTo("s3:Unknown");
	}

	@ParameterizedTest
	@CsvSource({ "GET /2015-03-31/functions/f/configuration, GetFunctionConfiguration",
			"GET /2015-03-31/functions/f, GetFunction", "GET /2015-03-31/functions/, ListFunctions",
			"POST /2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A111122223333%3Afunction%3Af/invocations, Invoke",
			"POST /2021-11-15/functions/f/response-streaming-invocations, InvokeWithResponseStream",
			"POST /2015-03-31/event-source-mappings/, CreateEventSourceMapping", "GET /2015-03-31/nothing, Unknown" })
	void recognizesRestJson(String line, String operation) {
		assertThat(Requests.name(Requests.signed("lambda", line), "{}")).isEqualTo("lambda:" + operation);
	}

	@ParameterizedTest
	@CsvSource({ "GET /, ListBuckets", "GET /b, ListObjects", "GET /b/, ListObjects",
			"GET /b?list-type=2, ListObjectsV2", "PUT /b, CreateBucket", "HEAD /b, HeadBucket",
			"DELETE /b, DeleteBucket", "GET /b?acl, GetBucketAcl", "GET /b?location=, GetBucketLocation",
			"POST /b?delete, DeleteObjects", "GET /b/k, GetObject", "GET /b/a/b//c?x-id=GetObject, GetObject",
			"HEAD /b/k, HeadObject", "PUT /b/k, PutObject", "PUT /b/k?partNumber=1&uploadId=u, UploadPart",
			"POST /b/k?uploads, CreateMultipartUpload", "POST /b/k?uploadId=u, CompleteMultipartUpload",
			"DELETE /b/k?uploadId=u, AbortMultipartUpload", "GET /b/k?uploadId=u, ListParts",
			"DELETE /b/k, DeleteObject", "GET /b/k?tagging, GetObjectTagging",
			"PUT /b?notification, PutBucketNotificationConfiguration",
			"POST /b/k?select&select-type=2, SelectObjectContent" })
	void recognizesS3(String line, String operation) {
		assertThat(Requests.name(Requests.signed("s3", line), "")).isEqualTo("s3:" + operation);
	}

	@Test
	void tellsACopyFromAnUpload() {
		assertThat(Requests.name(Requests.signed("s3", "PUT /b/k", "x-amz-copy-source", "b/from"), ""))
			.isEqualTo("s3:CopyObject");
		assertThat(
				Requests.name(Requests.signed("s3", "POST /b", "Content-Type", "multipart/form-data; boundary=x"), ""))
			.isEqualTo("s3:PostObject");
	}

	@Test
	void recognizesUnsignedRest() {
		assertThat(Requests.name(Requests.head("GET /bucket/key"), "")).isEqualTo("s3:GetObject");
		assertThat(Requests.name(Requests.head("POST /2015-03-31/functions/f/invocations"), ""))
			.isEqualTo("lambda:Invoke");
	}

	@Test
	void recognizesOldAndAsymmetricSignatures() {
		assertThat(Requests.name(Requests.head("GET /b/k", "Authorization", "AWS AKIAIOSFODNN7EXAMPLE:sig"), ""))
			.isEqualTo("s3:GetObject");
		assertThat(Requests.name(Requests.head("GET /b/k", "Authorization",
				"AWS4-ECDSA-P256-SHA256 Credential=AKID/20260226/s3/aws4_request, SignedHeaders=host, Signature=0"),
				""))
			.isEqualTo("s3:GetObject");
	}

	@Test
	void staysWithinTheServiceItWasSignedFor() {
		assertThat(Requests.name(Requests.signed("sqs", "POST /", "X-Amz-Target", "DynamoDB_20120810.GetItem"), "{}"))
			.isEqualTo("sqs:Unknown");
		assertThat(
				Requests.name(Requests.signed("dax", "POST /", "X-Amz-Target", "AmazonDAXV3.DescribeClusters"), "{}"))
			.isEqualTo("dax:Unknown");
	}

	@Test
	void refusesToChooseBetweenTheMarksOfTwoProtocols() {
		assertThat(Requests.name(Requests.head("POST /service/GraniteServiceVersion20100801/operation/PutMetricData",
				"Smithy-Protocol", "rpc-v2-cbor", "X-Amz-Target", "AmazonSQS.SendMessage"), ""))
			.isEqualTo("Unknown:Unknown");
		assertThat(Requests.name(Requests.signed("sqs", "POST /?Action=ReceiveMessage", "Content-Type", FORM),
				"Action=DeleteQueue&QueueUrl=q"))
			.isEqualTo("sqs:Unknown");
	}

}
