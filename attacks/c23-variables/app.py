import glob

from attempts import Attempts


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def handler(event, context):
    foreign = [name.encode() + b"=" for name in event["canary"]["variables"]]
    everything = {path: b"\0" + read(path) for path in glob.glob("/proc/[0-9]*/environ")}
    attempts = Attempts()
    seen = [name for name in foreign if any(b"\0" + name in text for text in everything.values())]
    attempts.require("no variable of the platform is seen", not seen, seen)
    attempts.require("there are some to look for", len(foreign) > 0, foreign)
    marks = [path for path, text in everything.items() if b"COLDSTART_" in text]
    attempts.require("no mark of the platform is seen", not marks, marks)
    attempts.try_to("read those of the first process", lambda: open("/proc/1/environ", "rb").read())
    return attempts.report()
