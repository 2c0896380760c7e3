import os
import socket

from attempts import Attempts
from wire import address


def open_files():
    files = []
    while len(files) < 5000:
        files.append(open("/dev/null"))
    return len(files)


def connect(variable):
    peers = []
    while len(peers) < 10_000:
        peers.append(socket.create_connection(address(variable), 10))
    return len(peers)


def handler(event, context):
    attempts = Attempts()
    attempts.try_to("open 5000 files", open_files)
    attempts.try_to("open 10,000 connections to AWS", lambda: connect("AWS_ENDPOINT_URL"))
    os.environ["API"] = os.environ["AWS_LAMBDA_RUNTIME_API"]
    attempts.try_to("open 10,000 connections to the Runtime API", lambda: connect("API"))
    return attempts.report()
