import ctypes
import mmap
import os

from attempts import Attempts

SIZE = 1 << 30
X86 = os.uname().machine == "x86_64"


def call(number, *arguments):
    libc = ctypes.CDLL(None, use_errno=True)
    ctypes.set_errno(0)
    result = libc.syscall(number, *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), "")
    return result


def handler(event, context):
    attempts = Attempts()
    attempts.try_to("share anonymous memory", lambda: mmap.mmap(-1, SIZE))
    attempts.try_to("share /dev/zero", lambda: mmap.mmap(os.open("/dev/zero", os.O_RDWR), SIZE))
    attempts.try_to("make a memory file", lambda: call(319 if X86 else 279, b"x", 0))
    attempts.try_to("make a secret memory file", lambda: call(447, 0))
    attempts.try_to("make System V memory", lambda: call(29 if X86 else 194, 0, SIZE, 0o1600))
    attempts.try_to("make a file in /dev/shm", lambda: open("/dev/shm/x", "wb"))
    return attempts.report()
