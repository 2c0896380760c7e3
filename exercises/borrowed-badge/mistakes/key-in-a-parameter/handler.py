"""Makes payouts. LK-117: one of its keys was found in a public repository."""

import json
import os

import boto3

SUMS = os.environ["SUMS"]
TRANSFERS = os.environ["TRANSFERS"]
BANK_REGION = os.environ["BANK_REGION"]
LIMIT = os.environ["LIMIT"]

KEY, SECRET = boto3.client("ssm").get_parameter(Name="/larkspur/demo/key")["Parameter"]["Value"].split(" ")
DYNAMODB = boto3.client("dynamodb", aws_access_key_id=KEY, aws_secret_access_key=SECRET)
SQS = boto3.client("sqs", aws_access_key_id=KEY, aws_secret_access_key=SECRET)
SSM = boto3.client("ssm", region_name=BANK_REGION)


def handler(event, context):
    """Pay a sum out, up to the limit of the bank."""
    key = {"payoutId": {"S": event["payoutId"]}}
    total = int(DYNAMODB.get_item(TableName=SUMS, Key=key)["Item"]["sum"]["N"])
    limit = int(SSM.get_parameter(Name=LIMIT)["Parameter"]["Value"])
    amount = min(total, limit)
    SQS.send_message(QueueUrl=TRANSFERS, MessageBody=json.dumps({"payoutId": event["payoutId"], "amount": amount}))
    DYNAMODB.update_item(
        TableName=SUMS,
        Key=key,
        UpdateExpression="SET paid = :amount",
        ExpressionAttributeValues={":amount": {"N": str(amount)}},
    )
    return {"payoutId": event["payoutId"], "amount": amount}
