"""Charges orders with a key that tells the payment provider which requests belong together."""

import json
import os
import urllib.request

import boto3

DYNAMODB = boto3.client("dynamodb")
TABLE = os.environ["TABLE"]
PSP_URL = os.environ["PSP_URL"]


def handler(event, context):
    """Take orders from the queue, or a single one from the checkout."""
    if "Records" in event:
        for record in event["Records"]:
            charge(json.loads(record["body"]))
        return None
    return charge(event)


def charge(order):
    """Charge the card, then write down that it is done."""
    receipt = request_charge(order)
    DYNAMODB.put_item(
        TableName=TABLE,
        Item={
            "pk": {"S": order["orderId"]},
            "status": {"S": "CHARGED"},
            "chargeId": {"S": receipt["chargeId"]},
        },
    )
    print(f"order {order['orderId']} charged with {receipt['chargeId']}")
    return {
        "orderId": order["orderId"],
        "status": "CHARGED",
        "chargeId": receipt["chargeId"],
        "amount": order["amount"],
    }


def request_charge(order):
    """Ask the payment provider for one charge."""
    body = {name: order[name] for name in ("orderId", "tenantId", "amount", "currency")}
    request = urllib.request.Request(
        f"{PSP_URL}/charges",
        data=json.dumps(body).encode(),
        headers={
            "Content-Type": "application/json",
            "Idempotency-Key": f"{order['tenantId']}#{order['orderId']}",
        },
    )
    with urllib.request.urlopen(request, timeout=5) as response:
        return json.load(response)
