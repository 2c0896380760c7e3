"""What Lambda makes of the answer to a batch."""

import json

mailed = []


def mail(order):
    mailed.append(order["orderId"])


# region flawed
def handler(event, context):
    failures = []
    for record in event["Records"]:
        try:
            mail(json.loads(record["body"]))
        except Exception:
            failures.append({"itemIdentifier": record["receiptHandle"]})
    return {"batchItemFailures": failures}
# endregion


def brought_back(answer, records):
    """Return the message ids that the mapping brings back, by the rules of the table in the lesson."""
    ids = [record["messageId"] for record in records]
    named = [item.get("itemIdentifier") for item in answer.get("batchItemFailures") or []]
    return named if all(name in ids for name in named) else ids


if __name__ == "__main__":
    batch = [{"messageId": f"m-{n}", "receiptHandle": f"r-{n}", "body": body}
             for n, body in enumerate(['{"orderId": "o-1"}', "not JSON", '{"orderId": "o-3"}'])]
    answer = handler({"Records": batch}, None)
    assert mailed == ["o-1", "o-3"]
    assert brought_back(answer, batch) == ["m-0", "m-1", "m-2"]
    assert brought_back({"batchItemFailures": [{"itemIdentifier": "m-1"}]}, batch) == ["m-1"]
