import os

from attempts import Attempts

PLACES = ["/", "/dev", "/dev/shm", "/sbx/kit", "/sbx/run", "/var/task", "/opt", "/etc", "/usr/bin", "/var"]


def handler(event, context):
    open("/tmp/mine", "w").close()
    attempts = Attempts()
    for place in PLACES:
        path = os.path.join(place, "attack")
        attempts.try_to("write a file in " + place, lambda: open(path, "w").close())
        attempts.try_to("make a directory in " + place, lambda: os.mkdir(path + ".d"))
        attempts.try_to("make a link in " + place, lambda: os.symlink("/tmp/mine", path + ".l"))
        attempts.try_to("move a file to " + place, lambda: os.rename("/tmp/mine", path + ".m"))
    return attempts.report()
