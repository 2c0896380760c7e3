"""The first process of a sandbox, for machines without a C compiler. It does what init.c does and is told the same way;
it only starts more slowly."""

import ctypes
import os
import resource
import select
import selectors
import signal
import socket
import struct
import sys

FAULT = 125
NOT_STARTED = 127
MAX_CONNECTIONS = 256
BUFFER = 65536
LAST_ROUNDS = 64
PR_SET_DUMPABLE = 4
RESET = struct.pack("ii", 1, 0)

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long


def fail(what, error=""):
    os.write(2, f"sandbox: {what}: {error}\n".encode())
    os._exit(FAULT)


class End:
    """One end of a connection, with what was read from it and not written to the other yet."""

    def __init__(self, relay, sock, is_host):
        self.relay = relay
        self.sock = sock
        self.is_host = is_host
        self.other = None
        self.waiting = bytearray()
        self.at_end = False
        self.events = 0
        self.closed = False

    def wait(self):
        events = 0
        if not self.at_end and len(self.waiting) < BUFFER:
            events |= selectors.EVENT_READ
        if self.other.waiting:
            events |= selectors.EVENT_WRITE
        if events == self.events:
            return
        if not events:
            self.relay.unregister(self.sock)
        elif not self.events:
            self.relay.register(self.sock, events, self.handle)
        else:
            self.relay.modify(self.sock, events, self.handle)
        self.events = events

    def drop(self, reset):
        for end in (self, self.other):
            if end.closed:
                return
            end.closed = True
            if end.events:
                self.relay.unregister(end.sock)
            if reset and not end.is_host:
                end.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            end.sock.close()
        Relay.connections -= 1

    def is_reset(self):
        # A host that has ended in order closes half of its connection; one that closes it whole at once was reset.
        if not self.is_host or self.other.at_end:
            return False
        poll = select.poll()
        poll.register(self.sock, 0)
        return any(event & select.POLLHUP for _, event in poll.poll(0))

    def take_in(self):
        try:
            data = self.sock.recv(BUFFER - len(self.waiting))
        except BlockingIOError:
            return
        except OSError:
            self.drop(True)
            return
        if not data and self.is_reset():
            self.drop(True)
            return
        self.at_end = not data
        self.waiting += data
        self.pass_on()

    def pass_on(self):
        while self.waiting:
            try:
                count = self.other.sock.send(self.waiting, socket.MSG_NOSIGNAL)
            except BlockingIOError:
                return
            except OSError:
                self.drop(True)
                return
            del self.waiting[:count]
        if self.at_end:
            try:
                self.other.sock.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            if self.other.at_end and not self.other.waiting:
                self.drop(False)

    def handle(self, events):
        if not self.closed and events & selectors.EVENT_READ and not self.at_end and len(self.waiting) < BUFFER:
            self.take_in()
        if not self.closed and events & selectors.EVENT_WRITE:
            self.other.pass_on()
        if not self.closed:
            self.wait()
            self.other.wait()


class Relay(selectors.DefaultSelector):
    connections = 0

    def listen(self, port, path):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(512)
        self.register(listener, selectors.EVENT_READ, lambda events: self.accept(listener, path))

    def accept(self, listener, path):
        try:
            client, _ = listener.accept()
        except OSError:
            return
        host = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            if Relay.connections >= MAX_CONNECTIONS:
                raise OSError("too many connections")
            host.connect(path)
        except OSError:
            client.close()
            host.close()
            return
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        ends = [End(self, client, False), End(self, host, True)]
        for end, other in (ends, ends[::-1]):
            end.sock.setblocking(False)
            end.other = other
        for end in ends:
            end.wait()
        Relay.connections += 1

    def serve(self, timeout=None):
        for key, events in self.select(timeout):
            if key.fileobj in self.get_map():
                key.data(events)


def become(limits, variables, directory, started, program):
    os.closerange(3, 4096)
    try:
        os.chdir(directory)
        for setting in limits:
            name, value = setting.split("=", 1)
            kind = getattr(resource, "RLIMIT_" + name.upper())
            resource.setrlimit(kind, (int(value), int(value)))
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
    except (OSError, ValueError) as error:
        fail(directory, error)
    if started:
        # The host tells a program that ended from one that was never started.
        try:
            socket.socket(socket.AF_UNIX).connect(started)
        except OSError as error:
            fail(started, error)
    environment = dict(setting.split("=", 1) for setting in variables)
    try:
        os.execvpe(program[0], program, environment)
    except OSError as error:
        os.write(2, f"sandbox: {program[0]}: {error.strerror}\n".encode())
    os._exit(NOT_STARTED)


def reap(relay, program):
    while True:
        try:
            ended, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if ended == 0:
            return
        if ended == program:
            # What the program has sent before it ended is delivered.
            for _ in range(LAST_ROUNDS):
                relay.serve(0)
            os._exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))


def run(arguments):
    relay = Relay()
    limits, variables, directory, started = [], [], "/", None
    while arguments and arguments[0] != "--":
        option, value = arguments[0], arguments[1]
        del arguments[:2]
        if option == "--started":
            started = value
        elif option == "--listen":
            port, path = value.split("=", 1)
            relay.listen(int(port), path)
        elif option == "--limit":
            limits.append(value)
        elif option == "--env":
            variables.append(value)
        elif option == "--dir":
            directory = value
        else:
            fail(option, "unknown")
    try:
        with open("/proc/self/oom_score_adj", "w") as score:
            score.write("1000")
    except OSError:
        pass
    libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
    program = os.fork()
    if program == 0:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        become(limits, variables, directory, started, arguments[1:])
    signal.signal(signal.SIGTERM, lambda number, frame: os.kill(program, signal.SIGTERM))
    os.close(0)

    def signalled(events):
        ours.recv(4096)
        reap(relay, program)

    relay.register(ours, selectors.EVENT_READ, signalled)
    reap(relay, program)
    while True:
        relay.serve()


def try_call(numbers):
    values = [ctypes.c_long(int(number)) for number in numbers.split(":")]
    if libc.syscall(*values) < 0:
        raise OSError(ctypes.get_errno(), "")


def try_open(path, flags):
    fd = os.open(path, flags, 0o600)
    if flags == os.O_RDONLY:
        os.read(fd, 1)


def try_connect(port):
    socket.socket().connect(("127.0.0.1", int(port)))


def status(field):
    with open("/proc/self/status") as lines:
        return next(line[len(field):].strip() for line in lines if line.startswith(field))


ATTEMPTS = {
    "call": try_call,
    "read": lambda path: try_open(path, os.O_RDONLY),
    "write": lambda path: try_open(path, os.O_WRONLY),
    "create": lambda path: try_open(path, os.O_WRONLY | os.O_CREAT),
    "connect": try_connect,
}
QUESTIONS = {
    "processes": lambda what: sum(name.isdigit() for name in os.listdir("/proc")),
    "variable": lambda name: "set" if name in os.environ else "unset",
    "user": lambda what: os.getuid(),
    "status": status,
}


def probe(what):
    kind, _, rest = what.partition(":")
    if kind in QUESTIONS:
        return QUESTIONS[kind](rest)
    try:
        ATTEMPTS[kind](rest)
        return "ok"
    except OSError as error:
        return f"E{error.errno}"


if sys.argv[1:2] == ["--probe"]:
    for argument in sys.argv[2:]:
        print(probe(argument), flush=True)
else:
    run(sys.argv[1:])
