"""Charges each order once, with the idempotency utility of Powertools for AWS Lambda."""

import json
import os
import urllib.request

from aws_lambda_powertools.utilities.idempotency import (
    DynamoDBPersistenceLayer,
    IdempotencyConfig,
    idempotent_function,
)

PSP_URL = os.environ["PSP_URL"]
CLAIM_MILLIS = int(float(os.environ["CLAIM_SECONDS"]) * 1000)

# region config
STORE = DynamoDBPersistenceLayer(
    table_name=os.environ["TABLE"],
    key_attr="pk",
    expiry_attr="expiresAt",
)
CONFIG = IdempotencyConfig(
    event_key_jmespath="[tenantId, orderId]",
    payload_validation_jmespath="[amount, currency]",
    raise_on_no_idempotency_key=True,
    expires_after_seconds=30 * 24 * 3600,
)
# endregion


class ClaimTime:
    """Tells Powertools how long a claim holds: CLAIM_SECONDS, or less when the invocation ends sooner."""

    def __init__(self, context):
        self.context = context

    def get_remaining_time_in_millis(self):
        return min(CLAIM_MILLIS, self.context.get_remaining_time_in_millis())


def handler(event, context):
    """Take orders from the queue, or a single one from the checkout."""
    CONFIG.register_lambda_context(ClaimTime(context))
    if "Records" in event:
        for record in event["Records"]:
            charge(order=json.loads(record["body"]))
        return None
    return charge(order=event)


# region charge
@idempotent_function(
    data_keyword_argument="order",
    persistence_store=STORE,
    config=CONFIG,
    key_prefix="charge",
)
def charge(order):
    """Ask the payment provider for one charge: the same key never charges twice."""
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
        receipt = json.load(response)
    return {
        "orderId": order["orderId"],
        "status": "CHARGED",
        "chargeId": receipt["chargeId"],
        "amount": receipt["amount"],
    }
# endregion
