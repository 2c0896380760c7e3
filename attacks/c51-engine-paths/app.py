from attempts import Attempts
from wire import send, status

PATHS = ["/_localstack/health", "/_localstack/state/reset", "/_aws/lambda/init", "//_localstack/health",
         "/%5flocalstack/health", "/%255flocalstack/health", "/./_localstack/health", "/a/../_localstack/health",
         "/bucket/%2e%2e/_aws/x", "/health", "/_anything", "/restapis/a/prod/_user_request_/x", "/a\\..\\_localstack/health",
         "/%2f_localstack/health"]

TARGETS = ["GET http://127.0.0.1/_localstack/health HTTP/1.1\r\nHost: 127.0.0.1", "CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: 127.0.0.1",
           "OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1", "GET /x HTTP/1.1\r\nHost: abc.lambda-url.us-east-1.example:80",
           "GET //127.0.0.1/_localstack/health HTTP/1.1\r\nHost: user@127.0.0.1"]


def handler(event, context):
    attempts = Attempts()
    for path in PATHS:
        seen = status(send("AWS_ENDPOINT_URL", f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
        attempts.require(path, seen in (400, 403), seen)
    for target in TARGETS:
        seen = status(send("AWS_ENDPOINT_URL", target + "\r\nConnection: close\r\n\r\n"))
        attempts.require(target, seen in (400, 403), seen)
    return attempts.report()
