"""Confirms orders of Larkspur Market, in the log only."""


def handler(event, context):
    """Confirm one order."""
    items = sum(line["qty"] for line in event["lines"])
    print(f"order {event['orderId']} correlation {event['correlationId']}: {items} items")
    print({"orderId": event["orderId"], "message": f"Order {event['orderId']} received: {items} items"})
