def handler(event, context):
    return len(b"x" * 4_000_000_000)
