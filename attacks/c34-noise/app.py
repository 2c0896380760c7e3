def handler(event, context):
    print("the loop begins")
    while True:
        pass
