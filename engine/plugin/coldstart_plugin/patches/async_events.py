"""Treat asynchronous events as AWS does.

- The settings are those of the qualifier that was called (an alias, a version, or $LATEST).
  The stock poller looks them up under the version that an alias points to.
- An event's age is what it would be with AWS's waits of one and two minutes, which
  LAMBDA_RETRY_BASE_DELAY shortens here.
- What ends without having run, or ended too old, reaches its destination and its dead-letter
  queue. The stock poller stumbles over the missing answer and loses it.
- A dead letter names its invocation, and at most 1 KB of the error.
"""

import json
import math
from datetime import datetime

from localstack import config
from localstack.aws.api.lambda_ import TooManyRequestsException
from localstack.services.lambda_.invocation import event_manager
from localstack.services.lambda_.invocation.event_manager import LOG, Poller, SQSInvocation
from localstack.utils.aws import dead_letter_queue
from localstack.utils.aws.message_forwarding import send_event_to_target
from localstack.utils.strings import to_str
from localstack.utils.time import timestamp_millis

RETRIES = 2
WAIT_SECONDS = 60
LONGEST_AGE_SECONDS = 6 * 60 * 60
KEPT_OF_ERROR = 1024


def apply() -> None:
    Poller.handle_message = handle_message
    dead_letter_queue._prepare_messages_to_dlq = _named(dead_letter_queue._prepare_messages_to_dlq)


def handle_message(self, message) -> None:
    try:
        event = SQSInvocation.decode(message["Body"])
        result = error = None
        try:
            result = self.version_manager.invoke(invocation=event.invocation)
        except Exception as e:
            error = e
        queue = event_manager.get_sqs_client(self.version_manager.function_version)
        queue.delete_message(
            QueueUrl=self.event_queue_url, ReceiptHandle=message["ReceiptHandle"]
        )
        _conclude(self, event, result, error)
    except Exception as e:
        LOG.error("An asynchronous event was lost: %s", e)


def _conclude(poller, event, result, error) -> None:
    settings = _settings(poller.version_manager.function, event.invocation.invoked_arn)
    if result is not None and not result.is_error:
        poller.process_success_destination(event, result, settings)
    elif cause := _final_cause(poller.version_manager.function, event, settings, error):
        _send_to_destination(poller, event, result, settings, cause)
        _send_to_dead_letters(poller, event, result, error)
    elif error is not None:
        poller.process_throttles_and_system_errors(event, error)
    else:
        _retry(poller, event)


def _settings(function, invoked_arn: str):
    parts = invoked_arn.split(":")
    return function.event_invoke_configs.get(parts[7] if len(parts) > 7 else "$LATEST")


def _final_cause(function, event, settings, error) -> str | None:
    """Return why the event is not tried again, or nothing when it is."""
    if function.reserved_concurrent_executions == 0:
        return "ZeroReservedConcurrency"
    retries = settings and settings.maximum_retry_attempts
    if error is None and event.retries >= (RETRIES if retries is None else retries):
        return "RetriesExhausted"
    wait = WAIT_SECONDS * (event.retries + 1) if error is None else 1
    longest = (settings and settings.maximum_event_age_in_seconds) or LONGEST_AGE_SECONDS
    return "EventAgeExceeded" if math.ceil(_age(event)) + wait > longest else None


def _age(event) -> float:
    passed = (datetime.now() - event.invocation.invoke_time).total_seconds()
    waits = event.retries * (event.retries + 1) // 2
    return passed + waits * (WAIT_SECONDS - config.LAMBDA_RETRY_BASE_DELAY_SECONDS)


def _retry(poller, event) -> None:
    event.retries += 1
    event.exception_retries = 0
    event_manager.get_sqs_client(poller.version_manager.function_version).send_message(
        QueueUrl=poller.event_queue_url,
        MessageBody=event.encode(),
        DelaySeconds=event.retries * config.LAMBDA_RETRY_BASE_DELAY_SECONDS,
    )


def _send_to_destination(poller, event, result, settings, cause: str) -> None:
    target = settings and settings.destination_config.get("OnFailure", {}).get("Destination")
    if not target:
        return
    version = poller.version_manager.function_version
    try:
        send_event_to_target(
            target_arn=target,
            event=_failure_record(version, event, result, cause),
            role=version.config.role,
            source_arn=version.id.unqualified_arn(),
            source_service="lambda",
            events_source="lambda",
            events_detail_type="Lambda Function Invocation Result - Failure",
        )
    except Exception as e:
        LOG.warning("The record of a failure was not sent to %s: %s", target, e)


def _failure_record(version, event, result, cause: str) -> dict:
    never_ran = cause == "ZeroReservedConcurrency"
    record = {
        "version": "1.0",
        "timestamp": timestamp_millis(),
        "requestContext": {
            "requestId": event.invocation.request_id,
            "functionArn": version.qualified_arn,
            "condition": cause,
            "approximateInvokeCount": event.retries + (0 if never_ran else 1),
        },
        "requestPayload": json.loads(to_str(event.invocation.payload)),
    }
    if result is not None:
        record["responseContext"] = {
            "statusCode": 200,
            "executedVersion": version.id.qualifier,
            "functionError": "Unhandled",
        }
        record["responsePayload"] = json.loads(to_str(result.payload))
    return record


def _send_to_dead_letters(poller, event, result, error) -> None:
    version = poller.version_manager.function_version
    try:
        dead_letter_queue._send_to_dead_letter_queue(
            source_arn=poller.version_manager.function_arn,
            dlq_arn=version.config.dead_letter_arn,
            event=json.loads(to_str(event.invocation.payload)),
            error=DeadLetter(event.invocation.request_id, result, error),
            role=version.config.role,
        )
    except Exception as e:
        LOG.warning("An event was not sent to %s: %s", version.config.dead_letter_arn, e)


class DeadLetter(Exception):
    """What the attributes of a dead letter say about an invocation."""

    def __init__(self, request_id: str, result, error):
        throttled = isinstance(error, TooManyRequestsException)
        message = str(error) if result is None else _message(to_str(result.payload))
        kept = message.encode()[:KEPT_OF_ERROR].decode("utf-8", "ignore")
        super().__init__(kept)
        self.request_id = request_id
        self.code = "200" if result is not None else "429" if throttled else "500"
        self.result = json.dumps({"errorMessage": kept})


def _message(payload: str) -> str:
    try:
        return str(json.loads(payload)["errorMessage"])
    except (ValueError, KeyError, TypeError):
        return payload


def _named(original):
    def prepare(source_arn, event, error):
        messages = original(source_arn, event, error)
        if isinstance(error, DeadLetter):
            for message in messages:
                message["MessageAttributes"]["RequestID"]["StringValue"] = error.request_id
                message["MessageAttributes"]["ErrorCode"]["StringValue"] = error.code
        return messages

    return prepare
