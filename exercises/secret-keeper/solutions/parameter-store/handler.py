"""Charges orders with a key that it reads through Parameter Store, and keeps for a minute."""

import json
import os
import time
import urllib.error
import urllib.request

import boto3

PARAMETERS = boto3.client("ssm")
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


class CachedSecret:
    """A secret that is read again when it is old, or known to be."""

    MAX_AGE_SECONDS = 60

    def __init__(self, secret_id):
        self.secret_id = secret_id
        self.value = None
        self.read_at = None

    def get(self):
        if self.read_at is None or time.monotonic() - self.read_at >= self.MAX_AGE_SECONDS:
            self.value = PARAMETERS.get_parameter(Name=self.secret_id, WithDecryption=True)["Parameter"]["Value"]
            self.read_at = time.monotonic()
        return self.value

    def forget(self):
        self.read_at = None


KEY = CachedSecret("/aws/reference/secretsmanager/" + PSP_SECRET)


def charge(order):
    """Ask for a charge, with a new key if the one at hand is refused."""
    try:
        return request_charge(order, KEY.get())
    except urllib.error.HTTPError as refused:
        if refused.code != 401:
            raise
    KEY.forget()
    return request_charge(order, KEY.get())


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
