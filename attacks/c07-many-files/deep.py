import os
import time


def handler(event, context):
    os.chdir("/tmp")
    for _ in range(20_500):
        os.mkdir("deep")
        os.chdir("deep")
    os.chmod(".", 0)
    time.sleep(5)
    return "all of them"
