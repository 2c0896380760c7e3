import os

from attempts import Attempts

PLACES = ["/", "/dev", "/dev/shm", "/sbx/kit", "/sbx/run", "/var/task", "/opt", "/etc", "/usr/bin", "/var"]


def handler(event, context):
    attempts = Attempts()
    for place in PLACES:
        path = os.path.join(place, "attack")
        attempts.try_to("write a file in " + place, lambda: open(path, "w").close())
        attempts.try_to("make a directory in " + place, lambda: os.mkdir(path + ".d"))
        attempts.try_to("make a link in " + place, lambda: os.symlink("/tmp/mine", path + ".l"))
        # What lies elsewhere cannot be moved here on any system: that is another mount.
        present = next(iter(sorted(os.listdir(place))), "nothing")
        attempts.try_to("rename something in " + place, lambda: os.rename(os.path.join(place, present), path + ".m"))
    return attempts.report()
