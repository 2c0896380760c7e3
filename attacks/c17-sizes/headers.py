import os

from attempts import Attempts
from wire import send, status


def handler(event, context):
    os.environ["API"] = os.environ["AWS_LAMBDA_RUNTIME_API"]
    attempts = Attempts()
    many = "".join(f"X-{number}: {number}\r\n" for number in range(100_000))
    for name, server in (("the Runtime API", "API"), ("AWS", "AWS_ENDPOINT_URL")):
        answer = status(send(server, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + many + "\r\n"))
        attempts.require("100,000 headers are refused by " + name, answer in (0, 400, 431), answer)
    return attempts.report()
