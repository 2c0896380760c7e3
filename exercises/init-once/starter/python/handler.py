"""Prices orders. LK-101: "Pricing needs 400 ms for every order, even when it does nothing else all day." """

import os

import boto3

TABLE = os.environ["TABLE"]
VAT_PARAMETER = os.environ["VAT_PARAMETER"]


def handler(event, context):
    """Answer with the price of an order, in cents."""
    ssm = boto3.client("ssm")
    parameter = ssm.get_parameter(Name=VAT_PARAMETER)
    rates = rate_table(parameter["Parameter"]["Value"])
    dynamodb = boto3.client("dynamodb")
    lines = [price_line(line, dynamodb, rates) for line in event["lines"]]
    net = sum(line["net"] for line in lines)
    vat = sum(line["vat"] for line in lines)
    print(f"order {event['orderId']} costs {net + vat}")
    return {
        "orderId": event["orderId"],
        "lines": lines,
        "net": net,
        "vat": vat,
        "total": net + vat,
    }


def rate_table(text):
    """Turn "standard=19,reduced=7" into percentages by VAT class."""
    pairs = (pair.split("=") for pair in text.split(","))
    return {vat_class: int(percent) for vat_class, percent in pairs}


def price_line(line, dynamodb, rates):
    """Look up what a line costs, and add the VAT of its class."""
    article = dynamodb.get_item(TableName=TABLE, Key={"sku": {"S": line["sku"]}})["Item"]
    net = int(article["net"]["N"]) * line["qty"]
    vat = net * rates[article["vat"]["S"]] // 100
    return {"sku": line["sku"], "qty": line["qty"], "net": net, "vat": vat}
