import os

from attempts import Attempts


def handler(event, context):
    attempts = Attempts()
    pids = [name for name in os.listdir("/proc") if name.isdigit()]
    attempts.require("no more than three processes are seen", len(pids) <= 3, pids)
    attempts.try_to("signal the platform", lambda: os.kill(event["canary"]["pid"], 0) if event["canary"]["pid"] > 10 else [][0])
    return attempts.report()
