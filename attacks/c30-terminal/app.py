import fcntl
import os

from attempts import Attempts


def handler(event, context):
    attempts = Attempts()
    attempts.try_to("open the terminal", lambda: os.open("/dev/tty", os.O_RDWR))
    attempts.try_to("type", lambda: fcntl.ioctl(0, 0x5412, b"x"))
    attempts.try_to("select", lambda: fcntl.ioctl(0, 0x541C, b"\x02" + bytes(16)))
    return attempts.report()
