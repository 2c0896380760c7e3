"""An answer to a batch in the form that API Gateway wants."""

import json

reserved = []


def reserve(order):
    reserved.append(order["orderId"])


# region wrapped
def handler(event, context):
    failed = []
    for record in event["Records"]:
        try:
            reserve(json.loads(record["body"]))
        except Exception:
            failed.append({"itemIdentifier": record["messageId"]})
    return {"statusCode": 200, "body": json.dumps({"batchItemFailures": failed})}
# endregion


if __name__ == "__main__":
    answer = handler({"Records": [{"messageId": "m-1", "body": "not JSON"}]}, None)
    assert "batchItemFailures" not in answer
    assert json.loads(answer["body"]) == {"batchItemFailures": [{"itemIdentifier": "m-1"}]}
