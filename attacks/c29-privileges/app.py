import glob
import os
import stat
import subprocess

from attempts import Attempts


def status(name, process="self"):
    with open(f"/proc/{process}/status") as file:
        lines = dict(line.split(":", 1) for line in file)
    return lines[name].strip()


def changing():
    """The programs of the system that run as their owner, whoever starts them."""
    found = []
    for path in glob.glob("/usr/*bin/*"):
        mode = os.lstat(path).st_mode
        if stat.S_ISREG(mode) and mode & stat.S_ISUID and os.access(path, os.X_OK):
            found.append(path)
    return found


def users(path):
    """The user ids with which a program runs. They can be read until somebody has waited for it, even if it has ended."""
    with subprocess.Popen([path], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
        try:
            return set(map(int, status("Uid", started.pid).split()))
        finally:
            started.kill()


def handler(event, context):
    open("/tmp/mine", "w").close()
    attempts = Attempts()
    attempts.try_to("become root", lambda: os.setuid(0))
    attempts.try_to("join the group of root", lambda: os.setgid(0))
    attempts.try_to("join groups", lambda: os.setgroups([0]))
    changed = {path: seen for path, seen in ((path, users(path)) for path in changing()) if seen != {os.getuid()}}
    attempts.require("no program of the system changes the user", not changed, changed)
    attempts.try_to("give a file away", lambda: os.chown("/tmp/mine", 0, 0))
    attempts.require("no capability is held", int(status("CapEff"), 16) == 0, status("CapEff"))
    attempts.require("no capability can be gained", int(status("CapBnd"), 16) == 0, status("CapBnd"))
    attempts.require("no privilege can be gained", status("NoNewPrivs") == "1", status("NoNewPrivs"))
    return attempts.report()
