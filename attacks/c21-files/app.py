import os

from attempts import Attempts


def handler(event, context):
    canary = event["canary"]
    attempts = Attempts()
    home = event["canary"]["home"]
    for path in ("/etc/shadow", "/etc/ssh", home + "/.bashrc", home + "/.profile", "/run", "/sys", "/mnt", "/srv", "/boot", "/proc/1/root/etc",
                 "/proc/1/cwd/etc", "/proc/1/environ", "/proc/1/mem", "/proc/kcore"):
        attempts.try_to("read " + path, lambda: os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(100))
    attempts.try_to("read a file that everybody may read", lambda: open(canary["secret"]).read())
    attempts.try_to("write it", lambda: open(canary["secret"], "w"))
    attempts.try_to("list its directory", lambda: os.listdir(os.path.dirname(canary["secret"])))
    attempts.try_to("climb out", lambda: open("/tmp" + "/.." * 20 + canary["secret"]).read())
    return attempts.report()
