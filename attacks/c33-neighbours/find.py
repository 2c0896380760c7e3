import glob
import os
import socket

from attempts import Attempts


def connect(family, address):
    with socket.socket(family) as peer:
        peer.connect(address)
        return address


def handler(event, context):
    attempts = Attempts()
    attempts.try_to("read its file", lambda: open("/tmp/left-behind").read())
    attempts.try_to("connect to its abstract socket", lambda: connect(socket.AF_UNIX, "\0left-behind"))
    attempts.try_to("connect to its port", lambda: connect(socket.AF_INET, ("127.0.0.1", 47613)))
    sockets = sorted(os.listdir("/sbx/run"))
    attempts.require("only the own ways out are seen", len(sockets) == 3, sockets)
    owners = [path for path in glob.glob("/proc/[0-9]*/root/tmp/left-behind")]
    attempts.require("no process shows its files", not owners, owners)
    return attempts.report()
