def handler(event, context):
    return "x" * 7_000_000
