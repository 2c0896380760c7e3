"""Charges each order once, however often it is delivered."""

import hashlib
import json
import os
import time
import urllib.request
import uuid

import boto3

DYNAMODB = boto3.client("dynamodb")
TABLE = os.environ["TABLE"]
PSP_URL = os.environ["PSP_URL"]
CLAIM_SECONDS = float(os.environ["CLAIM_SECONDS"])


class InProgress(Exception):
    """Another delivery of the order is being worked on."""


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
    charge_key = str(uuid.uuid4())
    earlier = look(key)
    if earlier is None:
        claim(key, payload, charge_key)
    else:
        if earlier["payload"]["S"] != payload:
            raise DifferentPayload(f"Order {key} came again with other values")
        if earlier["status"]["S"] == "COMPLETED":
            return json.loads(earlier["answer"]["S"])
        if float(earlier["claimedUntil"]["N"]) > time.time():
            raise InProgress(f"Order {key} is being charged by another delivery")
        charge_key = take_over(key, earlier)
    answer = charge(order, charge_key)
    complete(key, answer)
    return answer


def fingerprint(order):
    """Reduce what is to be charged to a text that can be compared."""
    values = [order["amount"], order["currency"]]
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()


def look(key):
    """Look whether another delivery has claimed an order."""
    return DYNAMODB.get_item(TableName=TABLE, Key={"pk": {"S": key}}, ConsistentRead=True).get("Item")


def claim(key, payload, charge_key):
    """Claim an order that nobody has claimed."""
    DYNAMODB.put_item(
        TableName=TABLE,
        Item={
            "pk": {"S": key},
            "status": {"S": "IN_PROGRESS"},
            "payload": {"S": payload},
            "chargeKey": {"S": charge_key},
            "claimedUntil": {"N": str(time.time() + CLAIM_SECONDS)},
        },
    )


def take_over(key, earlier):
    """Take over a dead claim with its key for the provider."""
    DYNAMODB.update_item(
        TableName=TABLE,
        Key={"pk": {"S": key}},
        UpdateExpression="SET claimedUntil = :until",
        ConditionExpression="claimedUntil = :before",
        ExpressionAttributeValues={
            ":until": {"N": str(time.time() + CLAIM_SECONDS)},
            ":before": earlier["claimedUntil"],
        },
    )
    return earlier["chargeKey"]["S"]


def complete(key, answer):
    """Keep the answer, so that a duplicate gets the same one."""
    DYNAMODB.update_item(
        TableName=TABLE,
        Key={"pk": {"S": key}},
        UpdateExpression="SET #status = :completed, answer = :answer",
        ExpressionAttributeNames={"#status": "status"},
        ExpressionAttributeValues={
            ":completed": {"S": "COMPLETED"},
            ":answer": {"S": json.dumps(answer)},
        },
    )


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
