import ctypes
import os

from attempts import Attempts

X86 = os.uname().machine == "x86_64"

CALLS = {
    "ptrace": (101, 117, (0, 1, 0, 0)),
    "process_vm_readv": (310, 270, (1, 0, 0, 0, 0, 0)),
    "process_vm_writev": (311, 271, (1, 0, 0, 0, 0, 0)),
    "pidfd_getfd": (438, 438, (0, 0, 0)),
    "open_by_handle_at": (304, 265, (-100, 0, 0)),
    "setns": (308, 268, (0, 0)),
    "unshare": (272, 97, (0x10000000,)),
    "clone in a new namespace of users": (56, 220, (0x10000000 | 17, 0, 0, 0, 0)),
    "clone3": (435, 435, (0, 0)),
    "mount": (165, 40, (0, 0, 0, 0, 0)),
    "umount": (166, 39, (0, 0)),
    "open_tree": (428, 428, (-100, b"/", 1)),
    "fsopen": (430, 430, (b"tmpfs", 0)),
    "pivot_root": (155, 41, (0, 0)),
    "chroot": (161, 51, (b"/tmp",)),
    "bpf": (321, 280, (0, 0, 0)),
    "io_uring_setup": (425, 425, (1, 0)),
    "io_uring_enter": (426, 426, (0, 0, 0, 0)),
    "keyctl": (250, 219, (0, -3, 1)),
    "add_key": (248, 217, (b"user", b"x", b"x", 1, -3)),
    "perf_event_open": (298, 241, (0, 0, -1, -1, 0)),
    "userfaultfd": (323, 282, (0,)),
    "mknodat": (259, 33, (-100, b"/tmp/device", 0o60600, 2049)),
    "personality": (135, 92, (0x0040000,)),
    "init_module": (175, 105, (0, 0, 0)),
    "kexec_load": (246, 104, (0, 0, 0, 0)),
    "reboot": (169, 142, (0, 0, 0, 0)),
    "settimeofday": (164, 170, (0, 0)),
    "getpid by the numbers of x32": (0x40000000 + 39, 1000000, ()),
}


def call(number, arguments):
    libc = ctypes.CDLL(None, use_errno=True)
    ctypes.set_errno(0)
    result = libc.syscall(ctypes.c_long(number), *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), "")
    return result


def handler(event, context):
    attempts = Attempts()
    for name, (intel, arm, arguments) in CALLS.items():
        attempts.try_to(name, lambda: call(intel if X86 else arm, arguments))
    return attempts.report()
