import os
import signal
import time

from attempts import Attempts


def handler(event, context):
    attempts = Attempts()
    for target in {1, os.getppid()}:
        for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM):
            try:
                os.kill(target, number) if number != signal.SIGTERM else None
            except OSError:
                pass
    time.sleep(0.2)
    state = open("/proc/1/stat").read().rsplit(")", 1)[1].split()[0]
    attempts.require("the first process goes on", state in "SR", state)
    child = os.fork()
    if child == 0:
        try:
            os.kill(-1, signal.SIGKILL)
        except OSError:
            pass
        os._exit(0)
    attempts.require("the function was not its parent's master", True)
    attempts.require("it is in no other session than its own", os.getsid(0) >= 1, os.getsid(0))
    return attempts.report()
