import json

from wire import send

CALLS = [("dynamodb", "DynamoDB_20120810.DeleteTable", {"TableName": "orders"}),
         ("dynamodb", "DynamoDB_20120810.PutItem", {"TableName": "orders", "Item": {"id": {"S": "forged"}}}),
         ("sqs", "AmazonSQS.PurgeQueue", {"QueueUrl": "http://127.0.0.1/queue/us-east-1/111122223333/orders"}),
         ("logs", "Logs_20140328.DeleteLogGroup", {"logGroupName": "/aws/lambda/attack"})]


def handler(event, context):
    for service, operation, body in CALLS:
        text = json.dumps(body)
        send("AWS_ENDPOINT_URL", f"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX-Amz-Target: {operation}\r\n"
             f"Content-Type: application/x-amz-json-1.1\r\nAuthorization: AWS4-HMAC-SHA256 Credential={event['account']}"
             f"/20260226/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=00\r\n"
             f"Content-Length: {len(text)}\r\n\r\n{text}")
    return "done"
