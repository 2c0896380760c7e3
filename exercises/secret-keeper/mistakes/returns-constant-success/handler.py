"""Answers orders."""


def handler(event, context):
    """Answer an order."""
    return {"orderId": event["orderId"], "status": "CHARGED", "chargeId": "ch-1", "amount": event.get("amount")}
