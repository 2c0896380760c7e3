import os

from attempts import Attempts


def handler(event, context):
    secret = event["canary"]["secret"]
    attempts = Attempts()
    os.symlink(secret, "/tmp/result.json")
    os.symlink("/etc/passwd", "/tmp/report.xml")
    attempts.try_to("make a pipe", lambda: os.mkfifo("/tmp/output"))
    os.makedirs("/tmp/a/b")
    os.symlink("..", "/tmp/a/b/c")
    attempts.try_to("follow a link out", lambda: open("/tmp/result.json").read())
    attempts.try_to("write through it", lambda: open("/tmp/result.json", "w"))
    attempts.try_to("link a file of the machine", lambda: os.link(secret, "/tmp/hard"))
    attempts.try_to("make a device", lambda: os.mknod("/tmp/disk", 0o60600, os.makedev(8, 0)))
    attempts.try_to("replace the code", lambda: os.rename("/var/task/app.py", "/var/task/old.py"))
    return attempts.report()
