"""Says that every order was confirmed."""


def handler(event, context):
    return {"batchItemFailures": []}
