"""Confirms orders by mail, with the batch utility of Powertools for AWS Lambda."""

import json
import os
import urllib.request

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    SqsFifoPartialProcessor,
    process_partial_response,
)

MAIL_URL = os.environ["MAIL_URL"]

# region processors
STANDARD = BatchProcessor(event_type=EventType.SQS)
FIFO = SqsFifoPartialProcessor(skip_group_on_error=True)


def handler(event, context):
    """Take a batch of orders from a queue; answer with the messages that failed."""
    is_fifo = event["Records"][0]["eventSourceARN"].endswith(".fifo")
    return process_partial_response(
        event=event,
        record_handler=confirm,
        processor=FIFO if is_fifo else STANDARD,
        context=context,
    )
# endregion


def confirm(record):
    """Mail the customer that the order has arrived."""
    order = json.loads(record.body)
    body = {name: order[name] for name in ("orderId", "tenantId", "customerId")}
    request = urllib.request.Request(
        f"{MAIL_URL}/mails",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=5) as response:
        mail = json.load(response)
    print(f"order {order['orderId']} confirmed with mail {mail['mailId']}")
