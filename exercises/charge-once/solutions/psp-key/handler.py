"""Charges each order once by leaving the decision to the payment provider's idempotency key."""

import hashlib
import json
import os
import urllib.request

import boto3

DYNAMODB = boto3.client("dynamodb")
TABLE = os.environ["TABLE"]
PSP_URL = os.environ["PSP_URL"]


class DifferentPayload(Exception):
    """The order was seen before, with other values."""


def handler(event, context):
    """Take orders from the queue, or a single one from the checkout."""
    if "Records" in event:
        for record in event["Records"]:
            charge_once(json.loads(record["body"]))
        return None
    return charge_once(event)


def charge_once(order):
    """Charge an order, or answer as the first time."""
    key = f"{order['tenantId']}#{order['orderId']}"
    payload = fingerprint(order)
    earlier = DYNAMODB.get_item(TableName=TABLE, Key={"pk": {"S": key}}, ConsistentRead=True).get("Item")
    if earlier is None:
        answer = charge(order, key)
        keep(key, payload, answer)
        return answer
    if earlier["payload"]["S"] != payload:
        raise DifferentPayload(f"Order {key} came again with other values")
    return json.loads(earlier["answer"]["S"])


def fingerprint(order):
    """Reduce what is to be charged to a text that can be compared."""
    values = [order["amount"], order["currency"]]
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()


def keep(key, payload, answer):
    """Keep the answer, so that a duplicate gets the same one."""
    DYNAMODB.put_item(
        TableName=TABLE,
        Item={"pk": {"S": key}, "payload": {"S": payload}, "answer": {"S": json.dumps(answer)}},
    )


# region charge
def charge(order, key):
    """Ask the payment provider for one charge: the same key never charges twice."""
    body = {name: order[name] for name in ("orderId", "tenantId", "amount", "currency")}
    request = urllib.request.Request(
        f"{PSP_URL}/charges",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", "Idempotency-Key": key},
    )
    with urllib.request.urlopen(request, timeout=5) as response:
        receipt = json.load(response)
    return {
        "orderId": order["orderId"],
        "status": "CHARGED",
        "chargeId": receipt["chargeId"],
        "amount": receipt["amount"],
    }
# endregion
