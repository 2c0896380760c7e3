import os

from attempts import Attempts


def handler(event, context):
    users = [line.split(":")[0] for line in open("/etc/passwd")]
    attempts = Attempts()
    attempts.require("two accounts are known", users == ["root", "sandbox"], users)
    attempts.require("files belong to nobody known", os.stat("/usr").st_uid in (0, 65534), os.stat("/usr"))
    attempts.try_to("read passwords", lambda: open("/etc/shadow").read())
    return attempts.report()
