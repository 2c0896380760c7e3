"""Hand messages of a queue to functions as Lambda does.

- The body is the text that was sent; the stock poller parses JSON and writes it anew.
- A batch of a FIFO queue may hold messages of several groups, in their order; the stock poller
  makes a batch of each group.
"""

from localstack.services.lambda_.event_source_mapping.pollers import sqs_poller
from localstack.services.lambda_.event_source_mapping.pollers.sqs_poller import SqsPoller


class Event(dict):
    """An event that remembers the body that was sent, while filters see it parsed."""

    text: str


def apply() -> None:
    sqs_poller.split_by_message_group_id = lambda messages: {"": messages}
    sqs_poller.transform_into_events = _remembering(sqs_poller.transform_into_events)
    SqsPoller.add_source_metadata = _as_sent(SqsPoller.add_source_metadata)


def _remembering(original):
    def transform_into_events(messages):
        events = [Event(event) for event in original(messages)]
        for event in events:
            event.text = event["body"]
        return events

    return transform_into_events


def _as_sent(original):
    def add_source_metadata(self, events, *args, **kwargs):
        for event in events:
            event["body"] = event.text
        return original(self, events, *args, **kwargs)

    return add_source_metadata
