"""Refuse payloads that Lambda refuses: what is no JSON, and what is too large.

The limits are 6 MB for a synchronous invocation and 1 MB for an asynchronous one.
"""

import json

from localstack.aws.api.lambda_ import (
    InvalidRequestContentException,
    InvocationType,
    RequestTooLargeException,
)
from localstack.services.lambda_.invocation.lambda_models import RequestEntityTooLargeException
from localstack.services.lambda_.invocation.lambda_service import LambdaService

LONGEST_ASYNCHRONOUS = 1024 * 1024
LONGEST = 6 * 1024 * 1024


def apply() -> None:
    LambdaService.invoke = _checked(LambdaService.invoke)


def _checked(original):
    def invoke(self, *args, invocation_type=None, payload=None, **kwargs):
        if payload:
            _require_size(len(payload), invocation_type)
            _require_json(payload)
        return original(self, *args, invocation_type=invocation_type, payload=payload, **kwargs)

    return invoke


def _require_size(size: int, invocation_type) -> None:
    if invocation_type == InvocationType.Event and size > LONGEST_ASYNCHRONOUS:
        raise RequestTooLargeException(
            f"{size} byte payload is too large for the Event invocation type "
            f"(limit {LONGEST_ASYNCHRONOUS} bytes)"
        )
    if size > LONGEST:
        raise RequestEntityTooLargeException(
            f"Request must be smaller than {LONGEST} bytes for the InvokeFunction operation"
        )


def _require_json(payload: bytes) -> None:
    try:
        json.loads(payload)
    except ValueError as e:
        raise InvalidRequestContentException(
            f"Could not parse request body into json: Could not parse payload into json: {e}",
            Type="User",
        ) from e
