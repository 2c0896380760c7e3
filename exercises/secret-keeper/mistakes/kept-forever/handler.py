"""Charges orders with a key from Secrets Manager, which it reads once."""

import json
import os
import urllib.request

import boto3

SECRETS = boto3.client("secretsmanager")
PSP_SECRET = os.environ["PSP_SECRET"]
PSP_URL = os.environ["PSP_URL"]


def handler(event, context):
    """Charge an order."""
    receipt = charge(event)
    return {
        "orderId": event["orderId"],
        "status": "CHARGED",
        "chargeId": receipt["chargeId"],
        "amount": event["amount"],
    }


KEY = SECRETS.get_secret_value(SecretId=PSP_SECRET)["SecretString"]


def charge(order):
    """Ask for a charge with the key."""
    return request_charge(order, KEY)


def request_charge(order, key):
    """Ask the payment provider for one charge."""
    body = {name: order[name] for name in ("orderId", "tenantId", "amount", "currency")}
    request = urllib.request.Request(
        f"{PSP_URL}/charges",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {key}"},
    )
    with urllib.request.urlopen(request, timeout=5) as response:
        return json.load(response)
