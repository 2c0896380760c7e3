import os
import signal
import time


def daemon():
    if os.fork() == 0:
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        if os.fork() == 0:
            time.sleep(600)
        time.sleep(600)


def handler(event, context):
    for _ in range(3):
        daemon()
    time.sleep(0.2)
    os._exit(1)
