import socket

from attempts import Attempts


def connect(name, kind):
    with socket.socket(socket.AF_UNIX, kind) as peer:
        peer.connect(name)
        return name


def handler(event, context):
    name = "\0" + event["socket"]
    attempts = Attempts()
    attempts.try_to("connect to a stream socket", lambda: connect(name, socket.SOCK_STREAM))
    attempts.try_to("connect to a datagram socket", lambda: connect(name + "-datagram", socket.SOCK_DGRAM))
    return attempts.report()
