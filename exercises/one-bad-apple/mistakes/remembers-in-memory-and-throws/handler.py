"""Confirms orders by mail, and names those that have to come again."""

import json
import os
import urllib.request

MAIL_URL = os.environ["MAIL_URL"]
MAILED = set()


def handler(event, context):
    """Take a batch of orders from a queue; answer with the messages that failed."""
    failure = None
    for record in event["Records"]:
        try:
            order = json.loads(record["body"])
            if order["orderId"] not in MAILED:
                confirm(order)
                MAILED.add(order["orderId"])
        except Exception as error:
            print(f"message {record['messageId']} failed: {error!r}")
            failure = error
    if failure is not None:
        raise failure
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
