"""Confirms orders by mail, names those that have to come again, and remembers what was mailed."""

import json
import os
import time
import urllib.request

import boto3

DYNAMODB = boto3.client("dynamodb")
TABLE = os.environ["TABLE"]
MAIL_URL = os.environ["MAIL_URL"]
KEEP_SECONDS = 30 * 24 * 3600


def handler(event, context):
    """Take a batch of orders from a queue; answer with the messages that failed."""
    failed = []
    stopped = set()
    for record in event["Records"]:
        group = group_of(record)
        if group in stopped:
            failed.append(record["messageId"])
            continue
        try:
            confirm_once(json.loads(record["body"]))
        except Exception as error:
            print(f"message {record['messageId']} failed: {error!r}")
            failed.append(record["messageId"])
            if group is not None:
                stopped.add(group)
    return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in failed]}


def group_of(record):
    """Name the group whose order has to be kept, or None for a message of a standard queue."""
    if record["eventSourceARN"].endswith(".fifo"):
        return record["attributes"]["MessageGroupId"]
    return None


def confirm_once(order):
    """Mail the customer, unless that was done before."""
    key = {"pk": {"S": f"{order['tenantId']}#{order['orderId']}"}}
    if "Item" in DYNAMODB.get_item(TableName=TABLE, Key=key, ConsistentRead=True):
        return
    confirm(order)
    expires_at = {"expiresAt": {"N": str(int(time.time()) + KEEP_SECONDS)}}
    DYNAMODB.put_item(TableName=TABLE, Item=key | expires_at)


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
