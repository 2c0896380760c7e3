def handler(event, context):
    for _ in range(100_000_000):
        print("x" * 100)
