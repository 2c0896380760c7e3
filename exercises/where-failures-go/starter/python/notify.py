"""Confirms an order by mail."""

import json
import os
import urllib.error
import urllib.request

MAIL_URL = os.environ["MAIL_URL"]


class MailFailed(Exception):
    """The mail service did not take the mail."""


def handler(event, context):
    """Mail the customer of one order. What goes wrong is raised, so that Lambda knows of it."""
    mail = {name: event[name] for name in ("orderId", "tenantId", "customerId")}
    request = urllib.request.Request(
        f"{MAIL_URL}/mails",
        data=json.dumps(mail).encode(),
        headers={"Content-Type": "application/json", "Idempotency-Key": event["orderId"]},
    )
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            mail_id = json.load(response)["mailId"]
    except urllib.error.HTTPError as error:
        raise MailFailed(f"the mail service answered {error.code}: {error.read().decode()}") from error
    print(f"order {event['orderId']} confirmed with mail {mail_id}")
    return {"mailId": mail_id}
