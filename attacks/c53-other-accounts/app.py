import json

from attempts import Attempts
from wire import send, status


def request(service, text, body, key, extra=""):
    return status(send("AWS_ENDPOINT_URL", f"{text} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{extra}"
                       f"Authorization: AWS4-HMAC-SHA256 Credential={key}/20260226/us-east-1/{service}/aws4_request, "
                       f"SignedHeaders=host, Signature=00\r\nContent-Length: {len(body)}\r\n\r\n{body}"))


def target(service, operation, body, key):
    return request(service, "POST /", json.dumps(body), key,
                   f"X-Amz-Target: {operation}\r\nContent-Type: application/x-amz-json-1.0\r\n")


def form(service, body, key):
    return request(service, "POST /", body, key, "Content-Type: application/x-www-form-urlencoded\r\n")


def handler(event, context):
    other, own = event["other"], event["account"]
    attempts = Attempts()

    def refused(name, seen):
        attempts.require(name, seen == 403, seen)

    refused("a table by ARN", target("dynamodb", "DynamoDB_20120810.GetItem",
            {"TableName": f"arn:aws:dynamodb:us-east-1:{other}:table/t"}, own))
    refused("a queue by URL", target("sqs", "AmazonSQS.SendMessage",
            {"QueueUrl": f"http://127.0.0.1/queue/us-east-1/{other}/q", "MessageBody": "x"}, own))
    refused("a queue by the account of its owner", target("sqs", "AmazonSQS.GetQueueUrl",
            {"QueueName": "q", "QueueOwnerAWSAccountId": other}, own))
    refused("a topic by ARN", form("sns", f"Action=Publish&TopicArn=arn:aws:sns:us-east-1:{other}:t&Message=x", own))
    refused("a role by ARN", form("sts", f"Action=AssumeRole&RoleArn=arn%3Aaws%3Aiam%3A%3A{other}%3Arole%2Fr&RoleSessionName=x", own))
    refused("a queue by path", request("sqs", f"GET /{other}/q?Action=ReceiveMessage", "", own))
    refused("a queue by another path", request("sqs", f"GET /queue/us-east-1/{other}/q?Action=ReceiveMessage", "", own))
    refused("a function by ARN", request("lambda", f"POST /2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A{other}%3Afunction%3Af/invocations", "{}", own))
    refused("a function by a short name", request("lambda", f"POST /2015-03-31/functions/{other}%3Afunction%3Af/invocations", "{}", own))
    refused("an account by header", request("dynamodb", "POST /", '{"TableName": "t"}', own,
            f"X-Amz-Target: DynamoDB_20120810.GetItem\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Account-Id: {other}\r\n"))
    refused("a bucket of somebody else", request("s3", "GET /foreign/key", "", own))
    refused("a bucket by a presigned address", status(send("AWS_ENDPOINT_URL",
            f"GET /foreign/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={other}%2F20260226%2Fus-east-1%2Fs3%2Faws4_request"
            "&X-Amz-Date=20260226T000000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=00 HTTP/1.1\r\n"
            "Host: 127.0.0.1\r\nConnection: close\r\n\r\n")))
    seen = target("dynamodb", "DynamoDB_20120810.GetItem", {"TableName": "t"}, other)
    attempts.require("a key of somebody else counts as the own", seen == 200, seen)
    return attempts.report()
