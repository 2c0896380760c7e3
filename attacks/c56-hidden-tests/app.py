import os
import re

from attempts import Attempts

SKIPPED = ("/proc", "/dev")
NAMES = re.compile(r"/(solutions|mistakes|graders|exercises|lessons)/|academy/coldstart/grad")


def files():
    for folder, folders, names in os.walk("/"):
        if folder in SKIPPED:
            folders[:] = []
            continue
        for name in names:
            yield os.path.join(folder, name)


def handler(event, context):
    text = event["canary"]["text"].encode()
    paths = list(files())
    suspicious = [path for path in paths if NAMES.search(path) and not path.startswith(("/usr/", "/opt/"))]
    speaking = []
    for path in paths:
        if not path.startswith("/usr/") and os.path.isfile(path) and os.path.getsize(path) < 1 << 20:
            try:
                with open(path, "rb") as file:
                    content = file.read()
            except OSError:
                continue
            if text in content or b"package academy.coldstart." + b"graders" in content:
                speaking.append(path)
    attempts = Attempts()
    attempts.require("many files are looked at", len(paths) > 100, len(paths))
    attempts.require("none of them is hidden material", not suspicious, suspicious[:5])
    attempts.require("none of them speaks of others", not speaking, speaking[:5])
    return attempts.report()
