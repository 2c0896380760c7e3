"""Confirms orders by mail, several at once where their order does not matter."""

import json
import os
import urllib.request
from concurrent.futures import ThreadPoolExecutor

MAIL_URL = os.environ["MAIL_URL"]


def handler(event, context):
    """Take a batch of orders from a queue; answer with the messages that failed."""
    with ThreadPoolExecutor(max_workers=5) as threads:
        failed = [message_id for part in threads.map(confirm_all, in_sequence(event["Records"])) for message_id in part]
    return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in failed]}


def in_sequence(records):
    """Cut a batch into parts: each group of a FIFO queue is one, and so is each message of a standard queue."""
    parts = {}
    for record in records:
        is_fifo = record["eventSourceARN"].endswith(".fifo")
        key = record["attributes"]["MessageGroupId"] if is_fifo else record["messageId"]
        parts.setdefault(key, []).append(record)
    return parts.values()


def confirm_all(records):
    """Confirm messages one after the other; return the ids from the first that fails on."""
    for position, record in enumerate(records):
        try:
            confirm(json.loads(record["body"]))
        except Exception as error:
            print(f"message {record['messageId']} failed: {error!r}")
            return [rest["messageId"] for rest in records[position:]]
    return []


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
