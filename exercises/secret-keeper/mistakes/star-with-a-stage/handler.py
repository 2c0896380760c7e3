"""Charges orders with a key from Secrets Manager, which it keeps for a minute."""

import json
import os
import time
import urllib.error
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


class CachedSecret:
    """A secret that is read again when it is old, or known to be."""

    MAX_AGE_SECONDS = 60

    def __init__(self, secret_id):
        self.secret_id = secret_id
        self.value = None
        self.read_at = None

    def get(self):
        if self.read_at is None or time.monotonic() - self.read_at >= self.MAX_AGE_SECONDS:
            self.value = SECRETS.get_secret_value(SecretId=self.secret_id, VersionStage="AWSCURRENT")["SecretString"]
            self.read_at = time.monotonic()
        return self.value

    def forget(self):
        self.read_at = None


KEY = CachedSecret(PSP_SECRET)


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
