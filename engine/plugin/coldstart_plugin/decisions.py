"""Asks Coldstart whether a call that LocalStack makes on behalf of a resource is allowed.

Event source pollers, failure destinations and dead letter queues act with the role of a function;
topics, rules and buckets act as themselves, which the policy of their target has to allow.
"""

import logging

from localstack.aws.api import CommonServiceException

from . import host

LOG = logging.getLogger(__name__)

KEPT_CHARACTERS = 2048

# Each takes 10 seconds at most.
TRIES = 4

# Accounts in which everything is allowed. None is used twice.
_open: set[str] = set()


def decide(context, account: str) -> None:
    """Have a call decided, and keep the decision for its record.

    Raise the error of the service when the call is denied.
    """
    if account in _open:
        return
    answer = _answer(_question(context, account))
    if answer is None:
        # The report of the call says so, and the run counts as a fault of the platform.
        context.coldstart_undecided = True
        return
    if answer.get("open"):
        _open.add(account)
    context.coldstart_access = answer.get("access")
    if not answer.get("allowed", True):
        raise CommonServiceException(
            answer["code"], answer["message"], status_code=answer["status"], sender_fault=True
        )


def _answer(question: dict) -> dict | None:
    """Ask, again if need be: who decides asks LocalStack itself, which may have much to do."""
    for _ in range(TRIES):
        try:
            return host.ask_decision(question)
        except Exception as e:
            LOG.warning("%s could not be decided: %s", question["operation"], e)
    return None


def _question(context, account: str) -> dict:
    parameters = context.internal_request_params
    return {
        "account": account,
        "accessKeyId": _access_key(context),
        "principal": str(parameters["service_principal"]),
        "sourceArn": parameters.get("source_arn"),
        "service": context.service.signing_name,
        "operation": context.operation.name,
        "region": context.region,
        "request": _brief(context.service_request or {}),
    }


def _access_key(context) -> str:
    """Return whose key signed the call."""
    header = context.request.headers.get("Authorization", "")
    return header.partition("Credential=")[2].partition("/")[0]


def _brief(value):
    """Return the value without its streams and long texts, which decide nothing."""
    if isinstance(value, dict):
        return {str(key): _brief(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_brief(item) for item in value]
    if isinstance(value, str):
        return value[:KEPT_CHARACTERS]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return ""
