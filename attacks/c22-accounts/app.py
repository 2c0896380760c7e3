import pwd

from attempts import Attempts


def handler(event, context):
    users = [line.split(":")[0] for line in open("/etc/passwd")]
    attempts = Attempts()
    attempts.require("two accounts are known", users == ["root", "sandbox"], users)
    attempts.require("no other is found", len(pwd.getpwall()) == 2, pwd.getpwall())
    attempts.try_to("read passwords", lambda: open("/etc/shadow").read())
    return attempts.report()
