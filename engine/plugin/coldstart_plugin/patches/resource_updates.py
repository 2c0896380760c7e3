"""Update resources in place whose update the stock CloudFormation lacks.

It reports success for them and changes nothing. Also, the retention of a log group is set when
the group is created. For every other type without an update, the stack says that it failed.
"""

from localstack.services.cloudformation.resource_provider import (
    OperationStatus,
    ProgressEvent,
    ResourceProviderExecutor,
)
from localstack.services.cloudwatch.resource_providers.aws_cloudwatch_alarm import (
    CloudWatchAlarmProvider,
)
from localstack.services.cloudwatch.resource_providers.aws_cloudwatch_compositealarm import (
    CloudWatchCompositeAlarmProvider,
)
from localstack.services.events.resource_providers.aws_events_rule import EventsRuleProvider
from localstack.services.lambda_.resource_providers.aws_lambda_eventinvokeconfig import (
    LambdaEventInvokeConfigProvider,
)
from localstack.services.lambda_.resource_providers.aws_lambda_url import LambdaUrlProvider
from localstack.services.logs.resource_providers.aws_logs_loggroup import LogsLogGroupProvider
from localstack.services.s3.resource_providers.aws_s3_bucketpolicy import S3BucketPolicyProvider
from localstack.services.sns.resource_providers.aws_sns_topicpolicy import SNSTopicPolicyProvider


def apply() -> None:
    for provider in (CloudWatchAlarmProvider, CloudWatchCompositeAlarmProvider):
        provider.update = _created_again(provider.create, "AlarmName")
    for provider in (SNSTopicPolicyProvider, S3BucketPolicyProvider):
        provider.update = _created_again(provider.create)
    EventsRuleProvider.update = _without_old_targets(_created_again(EventsRuleProvider.create))
    LambdaEventInvokeConfigProvider.update = update_event_invoke_config
    LambdaUrlProvider.update = update_url
    LogsLogGroupProvider.create = _with_retention(LogsLogGroupProvider.create)
    LogsLogGroupProvider.update = update_log_group
    ResourceProviderExecutor.execute_action = _honest(ResourceProviderExecutor.execute_action)


def _done(request, *kept: str) -> ProgressEvent:
    model = {**{name: request.previous_state[name] for name in kept}, **request.desired_state}
    return ProgressEvent(status=OperationStatus.SUCCESS, resource_model=model)


def _created_again(create, *kept: str):
    """Update what its service creates or replaces with one call."""

    def update(self, request):
        for name in kept:
            request.desired_state.setdefault(name, request.previous_state[name])
        return create(self, request)

    return update


def _without_old_targets(put):
    def update(self, request):
        request.desired_state.setdefault("Name", request.previous_state["Id"].split("|")[-1])
        bus = {"EventBusName": request.desired_state.get("EventBusName") or "default"}
        event = put(self, request)
        events, rule = request.aws_client_factory.events, request.desired_state["Name"]
        wanted = {target["Id"] for target in request.desired_state.get("Targets") or []}
        present = events.list_targets_by_rule(Rule=rule, **bus)["Targets"]
        if old := [target["Id"] for target in present if target["Id"] not in wanted]:
            events.remove_targets(Rule=rule, Ids=old, **bus)
        return event

    return update


def update_event_invoke_config(self, request) -> ProgressEvent:
    request.aws_client_factory.lambda_.put_function_event_invoke_config(**request.desired_state)
    return _done(request, "Id")


def update_url(self, request) -> ProgressEvent:
    state = request.desired_state
    changes = {name: state[name] for name in ("AuthType", "Cors", "InvokeMode") if name in state}
    if qualifier := state.get("Qualifier"):
        changes["Qualifier"] = qualifier
    request.aws_client_factory.lambda_.update_function_url_config(
        FunctionName=state["TargetFunctionArn"], **changes
    )
    return _done(request, "FunctionArn", "FunctionUrl")


def _with_retention(create):
    def create_log_group(self, request):
        event = create(self, request)
        _retain(request.aws_client_factory.logs, event.resource_model)
        return event

    return create_log_group


def update_log_group(self, request) -> ProgressEvent:
    event = _done(request, "Arn", "LogGroupName")
    if not _retain(request.aws_client_factory.logs, event.resource_model):
        request.aws_client_factory.logs.delete_retention_policy(
            logGroupName=event.resource_model["LogGroupName"]
        )
    return event


def _retain(logs, group: dict) -> bool:
    days = group.get("RetentionInDays")
    if days:
        logs.put_retention_policy(logGroupName=group["LogGroupName"], retentionInDays=int(days))
    return bool(days)


def _honest(original):
    def execute_action(self, resource_provider, raw_payload):
        return original(self, HonestProvider(resource_provider), raw_payload)

    return execute_action


class HonestProvider:
    """A provider that fails where the stock executor would report success for nothing done."""

    def __init__(self, provider):
        self._provider = provider

    def __getattr__(self, name: str):
        return getattr(self._provider, name)

    def update(self, request) -> ProgressEvent:
        try:
            return self._provider.update(request)
        except NotImplementedError:
            if request.previous_state is None:
                raise
            message = (
                f"Coldstart cannot update {request.resource_type} in place. "
                "On AWS this works; here, deploy it under another logical id."
            )
            return ProgressEvent(OperationStatus.FAILED, resource_model={}, message=message)
