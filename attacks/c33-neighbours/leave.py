import os
import socket
import threading

KEPT = []


def handler(event, context):
    with open("/tmp/left-behind", "w") as file:
        file.write(event["canary"]["text"])
    stream = socket.socket(socket.AF_UNIX)
    stream.bind("\0left-behind")
    stream.listen()
    port = socket.socket()
    port.bind(("127.0.0.1", 47613))
    port.listen()
    KEPT.extend([stream, port])
    return "left"
