"""Prices orders. The first order of an environment loads the VAT rates, the others find them."""

import os

import boto3

TABLE = os.environ["TABLE"]
VAT_PARAMETER = os.environ["VAT_PARAMETER"]
DYNAMODB = boto3.client("dynamodb")
SSM = boto3.client("ssm")

_rates = None


def rates():
    """Return the VAT rates, read by whoever asks first."""
    global _rates
    if _rates is None:
        value = SSM.get_parameter(Name=VAT_PARAMETER)["Parameter"]["Value"]
        # Assigned last: if the read raises, the variable is as empty as before.
        _rates = rate_table(value)
    return _rates


def handler(event, context):
    """Answer with the price of an order, in cents."""
    try:
        return price(event, rates())
    except Exception as problem:
        return {"orderId": event["orderId"], "error": str(problem)}


def rate_table(text):
    """Turn "standard=19,reduced=7" into percentages by VAT class."""
    pairs = (pair.split("=") for pair in text.split(","))
    return {vat_class: int(percent) for vat_class, percent in pairs}


def price(order, rates):
    """Price an order: everything that comes from it stays in local variables."""
    lines = [price_line(line, rates) for line in order["lines"]]
    net = sum(line["net"] for line in lines)
    vat = sum(line["vat"] for line in lines)
    print(f"order {order['orderId']} costs {net + vat}")
    return {
        "orderId": order["orderId"],
        "lines": lines,
        "net": net,
        "vat": vat,
        "total": net + vat,
    }


def price_line(line, rates):
    """Look up what a line costs today, and add the VAT of its class."""
    article = DYNAMODB.get_item(TableName=TABLE, Key={"sku": {"S": line["sku"]}})["Item"]
    net = int(article["net"]["N"]) * line["qty"]
    vat = net * rates[article["vat"]["S"]] // 100
    return {"sku": line["sku"], "qty": line["qty"], "net": net, "vat": vat}
