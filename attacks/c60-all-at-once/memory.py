import time


def handler(event, context):
    blocks = []
    while True:
        blocks.append(bytearray(b"x") * 1_000_000)
        time.sleep(0.005)
