"""Prices orders. The VAT rates are kept for a quarter of an hour, then read again."""

import os
import time

import boto3

TABLE = os.environ["TABLE"]
VAT_PARAMETER = os.environ["VAT_PARAMETER"]
KEEP_SECONDS = 15 * 60
DYNAMODB = boto3.client("dynamodb")
SSM = boto3.client("ssm")


class Rates:
    """VAT rates that are read again when they are old."""

    def __init__(self):
        self._table = None
        self._read_at = 0.0

    def current(self):
        """Return the rates; an old table is better than none when it cannot be replaced."""
        if self._table is None or time.monotonic() - self._read_at > KEEP_SECONDS:
            self._refresh()
        return self._table

    def _refresh(self):
        try:
            value = SSM.get_parameter(Name=VAT_PARAMETER)["Parameter"]["Value"]
            self._table = rate_table(value)
            self._read_at = time.monotonic()
        except Exception as problem:
            if self._table is None:
                raise
            print(f"VAT rates not renewed: {problem!r}")


RATES = Rates()


def handler(event, context):
    """Answer with the price of an order, in cents."""
    return price(event, RATES.current())


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
