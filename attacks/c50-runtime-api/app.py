import json
import os

from attempts import Attempts
from wire import send, status

ROOT = "/2018-06-01/runtime"


def ask(method, path, body=""):
    os.environ["API"] = os.environ["AWS_LAMBDA_RUNTIME_API"]
    return status(send("API", f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                              f"Content-Length: {len(body)}\r\n\r\n{body}"))


def handler(event, context):
    own = context.aws_request_id
    other = "00000000-0000-4000-8000-000000000000"
    attempts = Attempts()

    def refused(name, method, path, body="1", codes=(400, 403, 404)):
        seen = ask(method, path, body)
        attempts.require(name, seen in codes, seen)

    refused("a second event", "GET", ROOT + "/invocation/next", "")
    refused("a response for another id", "POST", f"{ROOT}/invocation/{other}/response")
    refused("an error for another id", "POST", f"{ROOT}/invocation/{other}/error", "{}")
    refused("a response without an id", "POST", f"{ROOT}/invocation//response")
    refused("a response by a detour", "POST", f"{ROOT}/invocation/../invocation/{own}/response")
    refused("a response in disguise", "POST", f"{ROOT}/invocation/{own}/%72esponse")
    refused("a response by PUT", "PUT", f"{ROOT}/invocation/{own}/response")
    refused("an error of Init", "POST", ROOT + "/init/error", "{}")
    refused("a restored snapshot", "GET", ROOT + "/restore/next", "")
    refused("another path", "GET", "/_localstack/health", "")
    ask("POST", f"{ROOT}/invocation/{own}/response", json.dumps(attempts.report()))
    second = ask("POST", f"{ROOT}/invocation/{own}/response", json.dumps("the second"))
    error = ask("POST", f"{ROOT}/invocation/{own}/error", "{}")
    print("after the response:", [second, error])
    return "the third"
