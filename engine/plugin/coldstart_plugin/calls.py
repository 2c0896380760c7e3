"""Reports the calls that LocalStack makes itself, on behalf of a learner's resources.

Failure destinations, dead letters, pollers, subscriptions and rule targets go through
LocalStack's internal clients and so past the recording proxy. They are told apart from its
housekeeping by the service principal that they name.
"""

import json
import logging
import queue
import re
import threading
import time

from localstack import config
from localstack.aws import handlers

from . import decisions, host

LOG = logging.getLogger(__name__)

KEPT_BYTES = 4096
BATCH = 100

# What a service does for its own sake: role sessions, delivery of logs, finding its way.
HOUSEKEEPING_SERVICES = {"sts", "logs", "iam", "cloudformation"}
HOUSEKEEPING_PREFIXES = ("Describe", "List", "GetQueue", "GetShard", "GetBucket", "GetTopic", "Head")

# A poll that finds nothing says nothing.
POLLED = {"ReceiveMessage": "Messages", "GetRecords": "Records"}

ARN = re.compile(r"^arn:[^:]*:([^:]*):([^:]*):(\d{12}):(.+)$")
QUEUE_URL = re.compile(r"/(\d{12})/([^/?]+)$")
RESOURCES = (
    "QueueUrl", "TopicArn", "TargetArn", "FunctionName", "TableName", "Bucket", "StreamArn",
    "EventBusName", "StateMachineArn", "stateMachineArn", "StreamName",
)  # fmt: skip

_queue: queue.Queue[dict] = queue.Queue(maxsize=5000)


def register() -> None:
    """Listen to the calls that come through the gateway."""
    handlers.serve_custom_service_request_handlers.append(on_request)
    handlers.run_custom_response_handlers.append(on_response)
    threading.Thread(target=_deliver, name="coldstart-calls", daemon=True).start()


def on_request(chain, context, response) -> None:
    """Remember when a call began and what it asked, before a provider changes it, and have it decided."""
    if _is_on_behalf(context):
        context.coldstart_started = time.monotonic_ns()
        context.coldstart_request = _text(context.service_request)
        account = _account(context, context.service_request or {})
        if account != config.INTERNAL_RESOURCE_ACCOUNT:
            decisions.decide(context, account)


def on_response(chain, context, response) -> None:
    """Queue the report of a call."""
    started = context.get("coldstart_started")
    if started is None or _says_nothing(context):
        return
    call = _report(context, response, started)
    if call["account"] == config.INTERNAL_RESOURCE_ACCOUNT:
        return
    try:
        _queue.put_nowait(call)
    except queue.Full:
        LOG.warning("Too many calls to report: %s was left out", call["operation"])


def _is_on_behalf(context) -> bool:
    if not context.service_operation or not (context.internal_request_params or {}).get("service_principal"):
        return False
    service, operation = context.service_operation.service, context.service_operation.operation
    return service not in HOUSEKEEPING_SERVICES and not operation.startswith(HOUSEKEEPING_PREFIXES)


def _says_nothing(context) -> bool:
    found = POLLED.get(context.operation.name)
    return bool(found) and not context.service_exception and not (context.service_response or {}).get(found)


def _report(context, response, started: int) -> dict:
    request = context.service_request or {}
    error = context.service_exception
    return {
        "account": _account(context, request),
        "service": context.service.signing_name,
        "operation": context.operation.name,
        "resource": _resource(request),
        "region": context.region,
        "startedNs": started,
        "durationMs": round((time.monotonic_ns() - started) / 1_000_000, 3),
        "status": response.status_code,
        "errorCode": getattr(error, "code", None),
        "errorMessage": getattr(error, "message", None) or (str(error) if error else None),
        "request": context.coldstart_request,
        "response": "" if error else _text(context.service_response),
        "principal": context.internal_request_params["service_principal"],
        "access": context.get("coldstart_access"),
        "undecided": bool(context.get("coldstart_undecided")),
    }


def _account(context, request) -> str:
    """Return whose resource is touched. Internal clients often use LocalStack's own account."""
    candidates = [_raw_resource(request), context.internal_request_params.get("source_arn")]
    for candidate in filter(None, candidates):
        if match := ARN.match(candidate):
            return match.group(3)
        if match := QUEUE_URL.search(candidate):
            return match.group(1)
    return context.account_id


def _raw_resource(request) -> str | None:
    for name in RESOURCES:
        if isinstance(request.get(name), str):
            return request[name]
    entries = request.get("Entries")
    if isinstance(entries, list) and entries and isinstance(entries[0], dict):
        return entries[0].get("EventBusName")
    return None


def _resource(request) -> str | None:
    """Return the name of the resource without its address."""
    raw = _raw_resource(request)
    if raw is None:
        return None
    if match := QUEUE_URL.search(raw):
        return match.group(2)
    if match := ARN.match(raw):
        return _name(match.group(1), match.group(4))
    return raw


def _name(service: str, resource: str) -> str:
    if service == "lambda":
        return resource.split(":")[1] if ":" in resource else resource
    if service == "dynamodb":
        return resource.split("/")[1] if "/" in resource else resource
    return re.split(r"[:/]", resource)[-1]


def _text(value) -> str:
    """Return a bounded JSON text. Streams are left alone: they can be read only once."""
    if value is None:
        return ""
    text = json.dumps(value, default=_plain, ensure_ascii=False)
    return text.encode()[:KEPT_BYTES].decode("utf-8", "ignore")


def _plain(value):
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return "(stream)"


def _deliver() -> None:
    while True:
        calls = [_queue.get()]
        while len(calls) < BATCH and not _queue.empty():
            calls.append(_queue.get())
        # The clock that nobody can set, and what it says now: whoever has another one can tell by that.
        for call in calls:
            call["sentNs"] = time.monotonic_ns()
        try:
            host.report_calls(calls)
        except Exception as e:
            LOG.warning("%d calls could not be reported: %s", len(calls), e)
