import os

from attempts import Attempts


def write_far_out():
    with open("/tmp/far", "wb", buffering=0) as file:
        file.seek(1 << 40)
        file.write(b"x")
    return os.path.getsize("/tmp/far")


def reserve():
    file = os.open("/tmp/reserved", os.O_RDWR | os.O_CREAT)
    os.posix_fallocate(file, 0, 1 << 40)


def handler(event, context):
    attempts = Attempts()
    attempts.try_to("write behind a hole of a terabyte", write_far_out)
    attempts.try_to("lengthen a file to a terabyte", lambda: os.truncate(os.open("/tmp/long", os.O_RDWR | os.O_CREAT), 1 << 40))
    attempts.try_to("reserve a terabyte", reserve)
    return attempts.report()
