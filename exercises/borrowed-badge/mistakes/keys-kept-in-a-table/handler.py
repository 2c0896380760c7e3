"""Makes payouts. LK-117: one of its keys was found in a public repository."""

import json
import os

import boto3

SUMS = os.environ["SUMS"]
TRANSFERS = os.environ["TRANSFERS"]
BANK_REGION = os.environ["BANK_REGION"]
LIMIT = os.environ["LIMIT"]

ITEM = {"payoutId": {"S": "keys"}}
DYNAMODB = boto3.client("dynamodb")
KEPT = DYNAMODB.get_item(TableName=SUMS, Key=ITEM).get("Item")
if KEPT is None:
    KEPT = {name: {"S": os.environ[name]} for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")}
    DYNAMODB.update_item(
        TableName=SUMS,
        Key=ITEM,
        UpdateExpression="SET AWS_ACCESS_KEY_ID = :id, AWS_SECRET_ACCESS_KEY = :secret, AWS_SESSION_TOKEN = :token",
        ExpressionAttributeValues={
            ":id": KEPT["AWS_ACCESS_KEY_ID"],
            ":secret": KEPT["AWS_SECRET_ACCESS_KEY"],
            ":token": KEPT["AWS_SESSION_TOKEN"],
        },
    )
SESSION = boto3.Session(
    aws_access_key_id=KEPT["AWS_ACCESS_KEY_ID"]["S"],
    aws_secret_access_key=KEPT["AWS_SECRET_ACCESS_KEY"]["S"],
    aws_session_token=KEPT["AWS_SESSION_TOKEN"]["S"],
)
DYNAMODB = SESSION.client("dynamodb")
SQS = SESSION.client("sqs")
SSM = SESSION.client("ssm", region_name=BANK_REGION)


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
