import os


def handler(event, context):
    while True:
        os.write(2, os.urandom(65536))
