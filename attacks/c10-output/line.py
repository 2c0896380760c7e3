def handler(event, context):
    while True:
        print("x" * 1000, end="")
