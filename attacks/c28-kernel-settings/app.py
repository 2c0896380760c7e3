import os

from attempts import Attempts

FILES = ("/proc/sys/kernel/core_pattern", "/proc/sys/kernel/panic", "/proc/sys/vm/drop_caches",
         "/proc/sys/kernel/modprobe", "/proc/sys/kernel/hostname", "/proc/sysrq-trigger", "/proc/sys/fs/binfmt_misc/register",
         "/proc/self/uid_map", "/proc/self/oom_score_adj", "/proc/1/oom_score_adj")


def write(path):
    if path.endswith("oom_score_adj"):
        with open(path, "w") as file:
            file.write("-1000")
        return path
    return open(path, "r+b")


def handler(event, context):
    attempts = Attempts()
    for path in FILES:
        if path.endswith("uid_map"):
            attempts.try_to("write " + path, lambda: os.write(os.open(path, os.O_WRONLY), b"0 0 1"))
        else:
            attempts.try_to("write " + path, lambda: write(path))
    return attempts.report()
