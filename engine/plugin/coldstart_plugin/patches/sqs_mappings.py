"""Hand messages of a queue to functions as Lambda does.

- The body is the text that was sent; the stock poller parses JSON and writes it anew.
- A batch of a FIFO queue may hold messages of several groups, in their order; the stock poller
  makes a batch of each group.
- A queue whose messages return before the function's time is up cannot be mapped to it.
"""

from localstack.aws.api.lambda_ import InvalidParameterValueException
from localstack.aws.connect import connect_to
from localstack.services.lambda_.event_source_mapping.pollers import sqs_poller
from localstack.services.lambda_.event_source_mapping.pollers.sqs_poller import SqsPoller
from localstack.services.lambda_.provider import LambdaProvider
from localstack.utils.aws.arns import parse_arn


class Event(dict):
    """An event that remembers the body that was sent, while filters see it parsed."""

    text: str


def apply() -> None:
    sqs_poller.split_by_message_group_id = lambda messages: {"": messages}
    sqs_poller.transform_into_events = _remembering(sqs_poller.transform_into_events)
    SqsPoller.add_source_metadata = _as_sent(SqsPoller.add_source_metadata)
    LambdaProvider.validate_event_source_mapping = _patient(
        LambdaProvider.validate_event_source_mapping
    )


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


def _patient(original):
    def validate_event_source_mapping(self, context, request):
        validated = original(self, context, request)
        source = request.get("EventSourceArn", "")
        if ":sqs:" in source:
            _require_patience(source, validated[3].config.timeout)
        return validated

    return validate_event_source_mapping


def _require_patience(queue_arn: str, timeout: int) -> None:
    arn = parse_arn(queue_arn)
    sqs = connect_to(aws_access_key_id=arn["account"], region_name=arn["region"]).sqs
    attributes = sqs.get_queue_attributes(
        QueueUrl=sqs_poller.get_queue_url(queue_arn), AttributeNames=["VisibilityTimeout"]
    )["Attributes"]
    visibility = int(attributes["VisibilityTimeout"])
    if visibility < timeout:
        raise InvalidParameterValueException(
            f"Queue visibility timeout: {visibility} seconds is less than "
            f"Function timeout: {timeout} seconds",
            Type="User",
        )
