import os

from attempts import Attempts
from wire import send, statuses

HIDDEN = "GET /_localstack/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
HOST = "Host: 127.0.0.1\r\n"

REFUSALS = (400, 411, 413, 414, 431, 501)

REQUESTS = {
    "two lengths": "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "a list of lengths": "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 1, 2\r\n\r\nab",
    "a length and chunks": "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
    "chunks and a length": "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + HIDDEN,
    "an unknown encoding": "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "a folded line": "GET / HTTP/1.1\r\n" + HOST + "X-A: b\r\n c\r\n\r\n",
    "a blank before the colon": "GET / HTTP/1.1\r\n" + HOST + "X-A : b\r\n\r\n",
    "bare line feeds": "GET / HTTP/1.1\nHost: 127.0.0.1\n\n",
    "a negative length": "POST / HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\n",
    "two hosts": "GET / HTTP/1.1\r\n" + HOST + "Host: a\r\n\r\n",
    "a line of 100 KB": "GET /" + "a" * 100_000 + " HTTP/1.1\r\n" + HOST + "\r\n",
}


def handler(event, context):
    os.environ["API"] = os.environ["AWS_LAMBDA_RUNTIME_API"]
    attempts = Attempts()
    for title, server in (("AWS", "AWS_ENDPOINT_URL"), ("the Runtime API", "API")):
        for name, request in REQUESTS.items():
            seen = statuses(send(server, request))
            attempts.require(f"{name}, to {title}", len(seen) == 1 and seen[0] in REFUSALS, seen)
    return attempts.report()
