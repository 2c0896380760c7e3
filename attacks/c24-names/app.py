import glob
import os
import re

from attempts import Attempts

# A directory of the platform, and below it nothing but what is named by chance, by content or by number.
PLAIN = re.compile(r"/coldstart-(s-)?[0-9a-f-]{36}/(etc|kit|[0-9a-z]{1,6}|code/[0-9a-f]{64})")


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
    roots = [line.split(" ")[3] for line in mounts.splitlines()]
    platform = [root[root.index("/coldstart-"):] for root in roots if "/coldstart-" in root]
    groups = read("/proc/self/cgroup").splitlines()
    attempts.require("the host name says nothing", os.uname().nodename == "sandbox", os.uname().nodename)
    attempts.require("no other account is named", lines and event["other"] not in lines + mounts, lines)
    attempts.require("no exercise is named", not re.search(r"exercises|graders|submission", lines + mounts), lines + mounts)
    attempts.require("directories of the platform have plain names",
                     platform and all(PLAIN.fullmatch(path) for path in platform), platform)
    attempts.require("the control group says nothing", all(line.endswith(":/") for line in groups), groups)
    return attempts.report()
