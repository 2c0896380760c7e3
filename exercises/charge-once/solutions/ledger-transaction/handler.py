"""Charges each order once and keeps claim and ledger entry together by transactions."""

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
    earlier = open_entry(order, key, payload)
    if earlier is None:
        answer = charge(order, key)
        book_entry(key, answer)
        return answer
    if earlier["payload"]["S"] != payload:
        raise DifferentPayload(f"Order {key} came again with other values")
    if earlier["status"]["S"] == "COMPLETED":
        return json.loads(earlier["answer"]["S"])
    raise InProgress(f"Order {key} is being charged by another delivery")


def fingerprint(order):
    """Reduce what is to be charged to a text that can be compared."""
    values = [order["amount"], order["currency"]]
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()


def open_entry(order, key, payload):
    """Write claim and ledger entry together; return the claim that is there already if that fails."""
    now = time.time()
    claim = {
        "TableName": TABLE,
        "Item": {
            "pk": {"S": f"CLAIM#{key}"},
            "status": {"S": "IN_PROGRESS"},
            "payload": {"S": payload},
            "claimedUntil": {"N": str(now + CLAIM_SECONDS)},
        },
        "ConditionExpression": "attribute_not_exists(pk)"
        " OR (#status = :inProgress AND claimedUntil < :now AND payload = :payload)",
        "ExpressionAttributeNames": {"#status": "status"},
        "ExpressionAttributeValues": {
            ":inProgress": {"S": "IN_PROGRESS"},
            ":now": {"N": str(now)},
            ":payload": {"S": payload},
        },
        "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
    }
    entry = {
        "TableName": TABLE,
        "Item": {
            "pk": {"S": f"LEDGER#{key}"},
            "status": {"S": "OPEN"},
            "amount": {"N": str(order["amount"])},
            "currency": {"S": order["currency"]},
        },
    }
    try:
        DYNAMODB.transact_write_items(TransactItems=[{"Put": claim}, {"Put": entry}])
    except DYNAMODB.exceptions.TransactionCanceledException as cancelled:
        reason = cancelled.response["CancellationReasons"][0]
        if reason["Code"] == "ConditionalCheckFailed":
            return reason["Item"]
        raise
    return None


def book_entry(key, answer):
    """Complete claim and ledger entry together."""
    claim = {
        "TableName": TABLE,
        "Key": {"pk": {"S": f"CLAIM#{key}"}},
        "UpdateExpression": "SET #status = :completed, answer = :answer",
        "ExpressionAttributeNames": {"#status": "status"},
        "ExpressionAttributeValues": {
            ":completed": {"S": "COMPLETED"},
            ":answer": {"S": json.dumps(answer)},
        },
    }
    entry = {
        "TableName": TABLE,
        "Key": {"pk": {"S": f"LEDGER#{key}"}},
        "UpdateExpression": "SET #status = :booked, chargeId = :chargeId",
        "ExpressionAttributeNames": {"#status": "status"},
        "ExpressionAttributeValues": {
            ":booked": {"S": "BOOKED"},
            ":chargeId": {"S": answer["chargeId"]},
        },
    }
    DYNAMODB.transact_write_items(TransactItems=[{"Update": claim}, {"Update": entry}])


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
