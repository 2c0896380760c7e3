import os
import signal
import time

from attempts import Attempts


def handler(event, context):
    attempts = Attempts()
    for number in (signal.SIGKILL, signal.SIGSTOP):
        try:
            os.kill(1, number)
        except OSError:
            pass
    time.sleep(0.2)
    state = open("/proc/1/stat").read().rsplit(")", 1)[1].split()[0]
    attempts.require("the first process goes on", state in "SR", state)
    attempts.require("it is the parent", os.getppid() == 1, os.getppid())
    return attempts.report()
