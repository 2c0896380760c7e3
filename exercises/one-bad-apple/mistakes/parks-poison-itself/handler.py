"""Confirms orders by mail, and parks those that cannot be confirmed."""

import json
import os
import urllib.request

import boto3

MAIL_URL = os.environ["MAIL_URL"]
PARKING = {False: os.environ["DEAD_LETTERS"], True: os.environ["WHOLESALE_DEAD_LETTERS"]}
SQS = boto3.client("sqs")


def handler(event, context):
    """Take a batch of orders from a queue."""
    for record in event["Records"]:
        try:
            confirm(json.loads(record["body"]))
        except Exception as error:
            print(f"message {record['messageId']} failed: {error!r}")
            park(record)
    return {"batchItemFailures": []}


def park(record):
    """Move a message to the dead letter queue."""
    is_fifo = record["eventSourceARN"].endswith(".fifo")
    extra = {}
    if is_fifo:
        extra = {"MessageGroupId": "parked", "MessageDeduplicationId": record["messageId"]}
    SQS.send_message(QueueUrl=PARKING[is_fifo], MessageBody=record["body"], **extra)


def confirm(order):
    """Mail the customer that the order has arrived."""
    body = {name: order[name] for name in ("orderId", "tenantId", "customerId")}
    request = urllib.request.Request(
        f"{MAIL_URL}/mails",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=5) as response:
        mail = json.load(response)
    print(f"order {order['orderId']} confirmed with mail {mail['mailId']}")
