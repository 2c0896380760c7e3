"""Confirms orders by mail, and deletes their messages."""

import json
import os
import urllib.request

import boto3

MAIL_URL = os.environ["MAIL_URL"]
SQS = boto3.client("sqs")


class BadOrders(Exception):
    """Some orders of the batch could not be confirmed."""


def handler(event, context):
    """Take a batch of orders from a queue."""
    records = event["Records"]
    if records[0]["eventSourceARN"].endswith(".fifo"):
        return confirm_in_sequence(records)
    failed = []
    for record in records:
        try:
            confirm(json.loads(record["body"]))
            delete(record)
        except Exception as error:
            print(f"message {record['messageId']} failed: {error!r}")
            failed.append(record["messageId"])
    if failed:
        raise BadOrders(f"{len(failed)} orders failed: {failed}")
    return None


def delete(record):
    """Delete a message that is done."""
    name, account = record["eventSourceARN"].split(":")[:-3:-1]
    try:
        url = SQS.get_queue_url(QueueName=name, QueueOwnerAWSAccountId=account)["QueueUrl"]
        SQS.delete_message(QueueUrl=url, ReceiptHandle=record["receiptHandle"])
    except SQS.exceptions.ClientError as error:
        print(f"message {record['messageId']} could not be deleted: {error}")


def confirm_in_sequence(records):
    """Confirm orders of a FIFO queue; give the rest back at the first failure."""
    for position, record in enumerate(records):
        try:
            confirm(json.loads(record["body"]))
        except Exception as error:
            print(f"message {record['messageId']} failed: {error!r}")
            return {"batchItemFailures": [{"itemIdentifier": rest["messageId"]} for rest in records[position:]]}
    return None


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
