"""Runs a Python function against the Lambda Runtime API.

Started as: python -u -s -P -S bootstrap.py LAYERS [PACKAGES], where LAYERS is what Lambda
mounts at /opt and PACKAGES holds what Lambda brings itself, such as boto3.
"""

import http.client
import importlib.machinery
import json
import logging
import os
import site
import sys
import time
import traceback

API = "/2018-06-01/runtime/"
TASK_ROOT = os.environ["LAMBDA_TASK_ROOT"]
HERE = os.path.abspath(__file__)
SDK_PARTS = ("/boto3/", "/botocore/", "/s3transfer/", "/urllib3/", "/site-packages/")


class RuntimeApi:
    """One connection to the Runtime API that stays open."""

    def __init__(self, address):
        self.connection = http.client.HTTPConnection(address)
        self.process = os.getpid()

    def next(self):
        status, headers, body = self.call("GET", "invocation/next")
        if status != 200:
            raise ConnectionError(f"The Runtime API answered {status}")
        return headers, body

    def respond(self, request_id, body):
        self.call("POST", f"invocation/{request_id}/response", body)

    def fail(self, request_id, error):
        self.report(f"invocation/{request_id}/error", error)

    def fail_init(self, error):
        self.report("init/error", error)

    def report(self, path, error):
        self.call("POST", path, encode(error), {"Lambda-Runtime-Function-Error-Type": ascii_only(error["errorType"])})

    def call(self, method, path, body=None, headers=None):
        if os.getpid() != self.process:
            # A copy that a handler forked and that ran on: it shares the connection, and must not answer as well.
            os._exit(0)
        self.connection.request(method, API + path, body, {"Content-Type": "application/json", **(headers or {})})
        response = self.connection.getresponse()
        return response.status, response.headers, response.read()


class Fault(Exception):
    """A problem that Lambda itself reports, with its type and message."""

    def __init__(self, kind, message, frames=()):
        super().__init__(message)
        self.kind = kind
        self.frames = list(frames)


class Attributes:
    """Fields of the client context and the identity."""

    def __init__(self, values, names):
        for name in names:
            setattr(self, name, values.get(name))

    def __repr__(self):
        fields = ",".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}([{fields}])"


class Client(Attributes):
    NAMES = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")


class ClientContext(Attributes):
    def __init__(self, values):
        super().__init__(values, ("custom", "env"))
        client = values.get("client")
        self.client = Client(client, Client.NAMES) if client is not None else None


class CognitoIdentity(Attributes):
    def __init__(self, values):
        super().__init__({"cognito_identity_id": values.get("cognitoIdentityId"),
                          "cognito_identity_pool_id": values.get("cognitoIdentityPoolId")},
                         ("cognito_identity_id", "cognito_identity_pool_id"))


class LambdaContext:
    """The second argument of a handler."""

    def __init__(self, headers):
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.function_name = os.environ.get("AWS_LAMBDA_FUNCTION_NAME")
        self.function_version = os.environ.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.memory_limit_in_mb = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.log_group_name = os.environ.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = os.environ.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.tenant_id = headers.get("Lambda-Runtime-Aws-Tenant-Id")
        context = headers.get("Lambda-Runtime-Client-Context")
        self.client_context = ClientContext(json.loads(context)) if context else None
        self.identity = CognitoIdentity(json.loads(headers.get("Lambda-Runtime-Cognito-Identity") or "{}"))
        self._epoch_deadline_time_in_ms = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._epoch_deadline_time_in_ms - int(time.time() * 1000))

    def log(self, message):
        sys.stdout.write(str(message))

    def __repr__(self):
        fields = ",".join(f"{name}={value!r}" for name, value in vars(self).items() if not name.startswith("_"))
        return f"{type(self).__name__}([{fields}])"


class ResponseEncoder(json.JSONEncoder):
    """Writes responses as Lambda does: decimals are numbers."""

    def default(self, o):
        decimal = sys.modules.get("decimal")
        if decimal is not None and isinstance(o, decimal.Decimal):
            return float(o)
        return super().default(o)


class RequestIdFilter(logging.Filter):
    """Adds the request id to every log record."""

    request_id = None

    def filter(self, record):
        record.aws_request_id = self.request_id or ""
        return True


class JsonFormatter(logging.Formatter):
    """Lambda's JSON log format."""

    USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"aws_request_id", "message", "asctime"}

    def format(self, record):
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        entry = {"timestamp": f"{moment}Z", "level": record.levelname, "message": record.getMessage(),
                 "logger": record.name, "requestId": record.aws_request_id}
        entry.update((key, value) for key, value in vars(record).items() if key not in self.USUAL)
        if record.exc_info and record.exc_info[0]:
            entry.update(stackTrace=traceback.format_tb(record.exc_info[2]), errorType=record.exc_info[0].__name__,
                         errorMessage=str(record.exc_info[1]))
        return json.dumps({key: value for key, value in entry.items() if value not in (None, "")},
                          default=str, ensure_ascii=False)


def set_up_logging(request_ids):
    handler = logging.StreamHandler(sys.stdout)
    handler.addFilter(request_ids)
    if wants_json():
        handler.setFormatter(JsonFormatter())
        level = os.environ.get("AWS_LAMBDA_LOG_LEVEL", "").upper()
        logging.getLogger().setLevel({"TRACE": "DEBUG", "FATAL": "CRITICAL"}.get(level, level) or "INFO")
    else:
        logging.Formatter.converter = time.gmtime
        handler.setFormatter(logging.Formatter("[%(levelname)s]\t%(asctime)s.%(msecs)dZ\t%(aws_request_id)s\t"
                                               "%(message)s", "%Y-%m-%dT%H:%M:%S"))
    logging.getLogger().addHandler(handler)


def wants_json():
    return os.environ.get("AWS_LAMBDA_LOG_FORMAT", "").upper() == "JSON"


def set_up_path(layers, packages):
    version = "python%d.%d" % sys.version_info[:2]
    asked = os.environ.get("AWS_EXECUTION_ENV", "").removeprefix("AWS_Lambda_")
    versions = [version] + ([asked] if asked.startswith("python3.") and asked != version else [])
    sys.path[:0] = [TASK_ROOT, *(f"{layers}/python/lib/{each}/site-packages" for each in versions),
                    f"{layers}/python", *packages]
    sys.argv[1:] = []
    site.setquit()
    site.sethelper()


def load_handler(name):
    try:
        module_name, function_name = name.rsplit(".", 1)
    except ValueError as problem:
        raise Fault("Runtime.MalformedHandlerName", f"Bad handler '{name}': {problem}") from None
    module = load_module(module_name)
    try:
        return getattr(module, function_name)
    except AttributeError:
        raise Fault("Runtime.HandlerNotFound", f"Handler '{function_name}' missing on module '{module_name}'") from None


def load_module(name):
    try:
        return importlib.import_module(name.replace("/", "."))
    except ImportError as problem:
        raise Fault("Runtime.ImportModuleError", f"Unable to import module '{name}': {problem}",
                    learner_frames(problem)) from None
    except SyntaxError as problem:
        place = f'  File "{problem.filename}" Line {problem.lineno}\n    {problem.text or ""}\n'
        raise Fault("Runtime.UserCodeSyntaxError", f"Syntax error in module '{name}': {problem}", [place]) from None


def learner_frames(problem):
    """The frames of the learner's files; what Lambda and its libraries did does not help."""
    frames = [frame for frame in traceback.extract_tb(problem.__traceback__)
              if frame.filename != HERE and not frame.filename.startswith("<frozen")]
    own = [frame for frame in frames if is_learners(frame.filename)]
    return traceback.format_list(own or frames)


def is_learners(filename):
    return filename.startswith(TASK_ROOT + "/") and not any(part in filename for part in SDK_PARTS)


def error_of(problem, request_id):
    if isinstance(problem, Fault):
        kind, frames = problem.kind, problem.frames
    else:
        kind, frames = type(problem).__name__, learner_frames(problem)
    return {"errorMessage": text_of(problem), "errorType": kind, "requestId": request_id, "stackTrace": frames}


def text_of(problem):
    try:
        return str(problem)
    except Exception:
        return "The error has no readable message"


def log_error(error):
    if wants_json():
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        text = json.dumps({"timestamp": moment, "log_level": "ERROR", **error}, ensure_ascii=False) + "\n"
    else:
        text = f"[ERROR] {error['errorType']}: {error['errorMessage']}\n"
        text += "Traceback (most recent call last):\n" + "".join(error["stackTrace"]) if error["stackTrace"] else ""
    sys.stderr.write(text)


def encode(value):
    return json.dumps(value, cls=ResponseEncoder, ensure_ascii=False).encode("utf-8", "backslashreplace")


def ascii_only(text):
    return "".join(char if " " <= char <= "~" else "?" for char in text)


def handle(api, handler, request_ids):
    headers, event = api.next()
    request_id = headers["Lambda-Runtime-Aws-Request-Id"]
    request_ids.request_id = request_id
    if headers.get("Lambda-Runtime-Trace-Id"):
        os.environ["_X_AMZN_TRACE_ID"] = headers["Lambda-Runtime-Trace-Id"]
    try:
        response = respond(handler, headers, event)
    except Exception as problem:
        error = error_of(problem, request_id)
        log_error(error)
        flush()
        api.fail(request_id, error)
    else:
        flush()
        api.respond(request_id, response)


def respond(handler, headers, event):
    context = LambdaContext(headers)
    try:
        decoded = json.loads(event)
    except ValueError as problem:
        raise Fault("Runtime.UnmarshalError", f"Unable to unmarshal input: {problem}") from None
    result = handler(decoded, context)
    try:
        return json.dumps(result, cls=ResponseEncoder, ensure_ascii=False).encode("utf-8")
    except Exception as problem:
        raise Fault("Runtime.MarshalError", f"Unable to marshal response: {problem}") from None


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass


class BotocoreFinder:
    """Has each AWS SDK call say which line of the learner's code made it."""

    def find_spec(self, name, path, target=None):
        if name != "botocore.session":
            return None
        sys.meta_path.remove(self)
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def exec_module(module):
                load(module)
                watch(module.Session)

            spec.loader.exec_module = exec_module
        return spec


def watch(session):
    prepare = session.__init__

    def __init__(self, *arguments, **options):
        prepare(self, *arguments, **options)
        self.register("before-send", add_frame)

    session.__init__ = __init__


def add_frame(request, **_):
    try:
        frame = sys._getframe(1)
        while frame is not None and not is_learners(frame.f_code.co_filename):
            frame = frame.f_back
        if frame is not None:
            file = os.path.relpath(frame.f_code.co_filename, TASK_ROOT)
            request.headers["x-coldstart-frame"] = ascii_only(f"{file}:{frame.f_lineno}")
    except Exception:
        pass


def main():
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    request_ids = RequestIdFilter()
    api = RuntimeApi(os.environ["AWS_LAMBDA_RUNTIME_API"])
    set_up_path(sys.argv[1], sys.argv[2:])
    set_up_logging(request_ids)
    sys.meta_path.insert(0, BotocoreFinder())
    try:
        handler = load_handler(os.environ["_HANDLER"])
    except Exception as problem:
        error = error_of(problem, "")
        log_error(error)
        flush()
        api.fail_init(error)
        sys.exit(1)
    while True:
        handle(api, handler, request_ids)


if __name__ == "__main__":
    main()
