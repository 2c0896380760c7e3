"""Charges orders with a key that is read when the environment starts, and replaced when it is refused."""

import json
import os
import urllib.error
import urllib.request

import boto3

SECRETS = boto3.client("secretsmanager")
PSP_SECRET = os.environ["PSP_SECRET"]
PSP_URL = os.environ["PSP_URL"]


def read_key():
    """Read the key that is valid now."""
    return SECRETS.get_secret_value(SecretId=PSP_SECRET)["SecretString"]


KEY = read_key()


class KeyRefused(Exception):
    """The payment provider does not accept the key."""


def handler(event, context):
    """Charge an order; the first one after a rotation fails, and the checkout sends it again."""
    global KEY
    try:
        receipt = request_charge(event)
    except urllib.error.HTTPError as refused:
        if refused.code != 401:
            raise
        KEY = read_key()
        raise KeyRefused("The key was refused, and was read again") from None
    return {
        "orderId": event["orderId"],
        "status": "CHARGED",
        "chargeId": receipt["chargeId"],
        "amount": event["amount"],
    }


def request_charge(order):
    """Ask the payment provider for one charge."""
    body = {name: order[name] for name in ("orderId", "tenantId", "amount", "currency")}
    request = urllib.request.Request(
        f"{PSP_URL}/charges",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {KEY}"},
    )
    with urllib.request.urlopen(request, timeout=5) as response:
        return json.load(response)
