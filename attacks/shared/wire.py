"""Talks to HTTP servers without keeping any rule of HTTP."""
import os
import re
import socket


def address(variable):
    host, port = os.environ[variable].replace("http://", "").split(":")
    return host, int(port)


def send(variable, text, timeout=10):
    """Sends bytes to the server that a variable names, and returns its whole answer."""
    data = text.encode("latin-1") if isinstance(text, str) else text
    with socket.create_connection(address(variable), timeout) as peer:
        try:
            peer.sendall(data)
            peer.shutdown(socket.SHUT_WR)
        except (BrokenPipeError, ConnectionResetError):
            pass
        answer = b""
        try:
            while len(answer) < 1 << 20:
                chunk = peer.recv(65536)
                if not chunk:
                    break
                answer += chunk
        except ConnectionResetError:
            pass
        return answer.decode("latin-1")


def status(answer):
    """The status of the first answer, or 0 when there is none."""
    parts = answer.split(" ", 2)
    return int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0


def statuses(answer):
    """The statuses of all answers, also of those that follow a body without a line break."""
    return [int(code) for code in re.findall(r"HTTP/1\.1 (\d{3})", answer)]
