"""Charges orders with a key from Secrets Manager."""

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


def read_key():
    """Read the key that is valid now."""
    return SECRETS.batch_get_secret_value(SecretIdList=[PSP_SECRET])["SecretValues"][0]["SecretString"]


def charge(order):
    """Ask for a charge with the newest key."""
    return request_charge(order, read_key())


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
