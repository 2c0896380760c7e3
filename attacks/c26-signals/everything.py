import os
import signal
import time


def handler(event, context):
    if os.fork() == 0:
        os.kill(-1, signal.SIGKILL)
        os._exit(0)
    time.sleep(10)
    return "still there"
