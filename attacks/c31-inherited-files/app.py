import os

from attempts import Attempts


def handler(event, context):
    attempts = Attempts()
    files = {int(name): os.readlink("/proc/self/fd/" + name) for name in os.listdir("/proc/self/fd")
             if os.path.lexists("/proc/self/fd/" + name)}
    foreign = {number: target for number, target in files.items() if number > 2
               and not target.startswith(("socket:", "/proc/", "anon_inode:"))}
    attempts.require("no file is open that the function did not open", not foreign, foreign)
    roots = [target for target in files.values() if target.startswith(("/var/tmp", "/work", "/home", "/root"))]
    attempts.require("no file of the platform is open", not roots, roots)
    return attempts.report()
