"""Charges each order once, however often it is delivered."""

import hashlib
import json
import os
import time
import urllib.request

import boto3

DYNAMODB = boto3.client("dynamodb")
TABLE = os.environ["TABLE"]
PSP_URL = os.environ["PSP_URL"]
CLAIM_SECONDS = float(os.environ["CLAIM_SECONDS"])
KEEP_SECONDS = 30 * 24 * 3600


class InProgress(Exception):
    """Another delivery of the order is being worked on."""


def handler(event, context):
    """Take orders from the queue, or a single one from the checkout."""
    if "Records" in event:
        for record in event["Records"]:
            charge_once(json.loads(record["body"]))
        return None
    return charge_once(event)


def charge_once(order):
    """Charge an order, or answer as the first time."""
    key = f"{order['tenantId']}#{order['orderId']}#{fingerprint(order)}"
    earlier = claim(key)
    if earlier is None:
        answer = charge(order, key)
        complete(key, answer)
        return answer
    if earlier["status"]["S"] == "COMPLETED":
        return json.loads(earlier["answer"]["S"])
    raise InProgress(f"Order {key} is being charged by another delivery")


def fingerprint(order):
    """Reduce what is to be charged to a short text."""
    values = [order["amount"], order["currency"]]
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()


def claim(key):
    """Claim an order in one step; return the item that is there already if it cannot be claimed."""
    now = time.time()
    try:
        DYNAMODB.put_item(
            TableName=TABLE,
            Item={
                "pk": {"S": key},
                "status": {"S": "IN_PROGRESS"},
                "claimedUntil": {"N": str(now + CLAIM_SECONDS)},
                "expiresAt": {"N": str(int(now) + KEEP_SECONDS)},
            },
            ConditionExpression="attribute_not_exists(pk)"
            " OR (#status = :inProgress AND claimedUntil < :now)",
            ExpressionAttributeNames={"#status": "status"},
            ExpressionAttributeValues={
                ":inProgress": {"S": "IN_PROGRESS"},
                ":now": {"N": str(now)},
            },
            ReturnValuesOnConditionCheckFailure="ALL_OLD",
        )
    except DYNAMODB.exceptions.ConditionalCheckFailedException as refused:
        return refused.response["Item"]
    return None


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
