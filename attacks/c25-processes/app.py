import errno
import os

from attempts import Attempts

# Below are the numbers that the few processes of a sandbox have themselves.
OWN = 50


def signal(numbers):
    for number in numbers:
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            continue
        return number
    raise ProcessLookupError(errno.ESRCH, "none of them is there")


def handler(event, context):
    attempts = Attempts()
    pids = [name for name in os.listdir("/proc") if name.isdigit()]
    threads = [number for number in event["canary"]["threads"] if number > OWN]
    attempts.require("no more than three processes are seen", len(pids) <= 3, pids)
    attempts.require("there are threads of the platform to signal", len(threads) > 0, event["canary"]["threads"])
    attempts.try_to("signal the platform", lambda: signal(threads))
    return attempts.report()
