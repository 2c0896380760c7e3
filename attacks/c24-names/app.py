import glob
import os
import re

from attempts import Attempts


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


def handler(event, context):
    attempts = Attempts()
    lines = " ".join(read(path) for path in glob.glob("/proc/[0-9]*/cmdline"))
    mounts = read("/proc/self/mountinfo")
    attempts.require("the host name says nothing", os.uname().nodename == "sandbox", os.uname().nodename)
    attempts.require("no other account is named", event["other"] not in lines + mounts, lines)
    attempts.require("no exercise is named", not re.search(r"exercises|graders|submission", lines + mounts), lines + mounts)
    attempts.require("no other directory of the platform is named", "/var/db" not in mounts, mounts)
    attempts.require("the control group says nothing", read("/proc/self/cgroup").count("/") < 40, read("/proc/self/cgroup"))
    return attempts.report()
