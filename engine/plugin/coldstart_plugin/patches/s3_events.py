"""Write events of S3 as S3 does.

- A space in a key becomes "+", as in the filters of a notification; the stock engine writes "%20".
- Sequencers grow from event to event; the stock engine writes the same one always.
"""

import itertools
import time
from urllib.parse import quote_plus

from localstack.services.s3 import notifications
from localstack.services.s3.notifications import BaseNotifier, EventBridgeNotifier

_numbers = itertools.count(1)


def apply() -> None:
    notifications.quote = _key
    BaseNotifier._get_event_payload = staticmethod(_ordered(BaseNotifier._get_event_payload))
    EventBridgeNotifier._get_event_payload = staticmethod(
        _ordered_detail(EventBridgeNotifier._get_event_payload)
    )


def _key(key: str) -> str:
    return quote_plus(key, safe="/")


def sequencer() -> str:
    """Return hexadecimal digits that are greater than all before, compared as texts."""
    return f"00{int(time.time()):08X}{next(_numbers):08X}"


def _ordered(original):
    def event(ctx, config_id):
        payload = original(ctx, config_id)
        for record in payload["Records"]:
            _number(record["s3"]["object"])
        return payload

    return event


def _ordered_detail(original):
    def entry(ctx, config_id=None):
        payload = original(ctx, config_id)
        detail = notifications.json.loads(payload["Detail"])
        _number(detail["object"])
        return {**payload, "Detail": notifications.json.dumps(detail)}

    return entry


def _number(s3_object: dict) -> None:
    if "sequencer" in s3_object:
        s3_object["sequencer"] = sequencer()
