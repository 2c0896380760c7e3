"""Prices orders. One object holds what an execution environment needs, and prices for it."""

import functools
import os
from concurrent.futures import ThreadPoolExecutor

import boto3


class Pricing:
    """Everything that outlives an order: clients, threads, rates."""

    def __init__(self, table, parameter):
        self._table = table
        self._parameter = parameter
        self._dynamodb = boto3.client("dynamodb")
        self._ssm = boto3.client("ssm")
        self._threads = ThreadPoolExecutor(max_workers=4)

    @functools.cached_property
    def rates(self):
        """The VAT rates, read when they are first asked for; an error is not kept."""
        value = self._ssm.get_parameter(Name=self._parameter)["Parameter"]["Value"]
        return rate_table(value)

    def price(self, order):
        """Price an order, all its lines at the same time."""
        lines = list(self._threads.map(functools.partial(self._price_line, self.rates), order["lines"]))
        net = sum(line["net"] for line in lines)
        vat = sum(line["vat"] for line in lines)
        return {
            "orderId": order["orderId"],
            "lines": lines,
            "net": net,
            "vat": vat,
            "total": net + vat,
        }

    def _price_line(self, rates, line):
        article = self._dynamodb.get_item(TableName=self._table, Key={"sku": {"S": line["sku"]}})["Item"]
        net = int(article["net"]["N"]) * line["qty"]
        vat = net * rates[article["vat"]["S"]] // 100
        return {"sku": line["sku"], "qty": line["qty"], "net": net, "vat": vat}


def rate_table(text):
    """Turn "standard=19,reduced=7" into percentages by VAT class."""
    pairs = (pair.split("=") for pair in text.split(","))
    return {vat_class: int(percent) for vat_class, percent in pairs}


PRICING = Pricing(os.environ["TABLE"], os.environ["VAT_PARAMETER"])


def handler(event, context):
    """Answer with the price of an order, in cents."""
    answer = PRICING.price(event)
    print(f"order {event['orderId']} costs {answer['total']}")
    return answer
