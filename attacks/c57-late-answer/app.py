import os
import time

from wire import send


def handler(event, context):
    os.environ["API"] = os.environ["AWS_LAMBDA_RUNTIME_API"]
    if os.fork() == 0:
        os.setsid()
        time.sleep(1.05)
        while True:
            send("API", f"POST /2018-06-01/runtime/invocation/{context.aws_request_id}/response HTTP/1.1\r\nHost: localhost\r\n"
                 "Content-Length: 6\r\n\r\n\"late\"")
    time.sleep(60)
