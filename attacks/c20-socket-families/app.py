import socket

from attempts import Attempts

ALLOWED = (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6, 16)


def handler(event, context):
    attempts = Attempts()
    for family in [number for number in range(50) if number not in ALLOWED]:
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
            attempts.try_to(f"family {family}, type {kind}", lambda: socket.socket(family, kind))
    return attempts.report()
