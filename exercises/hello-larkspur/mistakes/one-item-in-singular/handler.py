"""Confirms orders of Larkspur Market."""


def handler(event, context):
    """Confirm one order."""
    items = sum(line["qty"] for line in event["lines"])
    print(f"order {event['orderId']} correlation {event['correlationId']}: {items} items")
    return {
        "orderId": event["orderId"],
        "message": f"Order {event['orderId']} received: {items} {'item' if items == 1 else 'items'}",
    }
