"""Give functions of a template all properties that it says, or refuse what has no effect here.

- EphemeralStorage and SnapStart are passed on, before a version is published, and
  ReservedConcurrentExecutions, RecursiveLoop and changed tags are applied; the stock
  CloudFormation drops them.
- A property that an update leaves out goes back to its default; the stock engine keeps it.
- What the engine does not emulate fails with a sentence instead of being dropped.
"""

import dataclasses

from localstack.services.cloudformation.resource_provider import OperationStatus, ProgressEvent
from localstack.services.lambda_.resource_providers.aws_lambda_function import (
    LambdaFunctionProvider,
)

FORGOTTEN = ("EphemeralStorage", "SnapStart")
DEFAULTS = {
    "DeadLetterConfig": {"TargetArn": ""},
    "Description": "",
    "Environment": {"Variables": {}},
    "EphemeralStorage": {"Size": 512},
    "Layers": [],
    "MemorySize": 128,
    "SnapStart": {"ApplyOn": "None"},
    "Timeout": 3,
    "TracingConfig": {"Mode": "PassThrough"},
}
NOT_EMULATED = (
    "CapacityProviderConfig", "CodeSigningConfigArn", "DurableConfig", "FileSystemConfigs",
    "FunctionScalingConfig", "ImageConfig", "PublishToLatestPublished", "TenancyConfig",
)  # fmt: skip


def apply() -> None:
    LambdaFunctionProvider.create = _complete(LambdaFunctionProvider.create)
    LambdaFunctionProvider.update = _complete(LambdaFunctionProvider.update)


def _complete(original):
    def deploy(self, request):
        clients = request.aws_client_factory
        state, previous = request.desired_state, request.previous_state or {}
        if refused := _refused(state):
            message = (
                f"Coldstart does not emulate {refused} of AWS::Lambda::Function. "
                "On AWS it has an effect; leave it out here."
            )
            return ProgressEvent(OperationStatus.FAILED, resource_model=state, message=message)
        adding = AddingClients(clients, _passed_on(state, previous))
        event = original(self, dataclasses.replace(request, aws_client_factory=adding))
        if event.status == OperationStatus.SUCCESS:
            _settle(clients.lambda_, event.resource_model, state, previous)
        return event

    return deploy


def _refused(state: dict) -> str | None:
    # There is one version of each runtime, which no update changes: only a chosen one is missed.
    if (state.get("RuntimeManagementConfig") or {}).get("UpdateRuntimeOn") == "Manual":
        return "RuntimeManagementConfig with a chosen runtime version"
    return next((name for name in NOT_EMULATED if state.get(name)), None)


def _passed_on(state: dict, previous: dict) -> dict:
    removed = {
        name: value for name, value in DEFAULTS.items() if name in previous and name not in state
    }
    return removed | {name: state[name] for name in FORGOTTEN if name in state}


def _settle(client, function: dict, state: dict, previous: dict) -> None:
    name = function["FunctionName"]
    reserved = state.get("ReservedConcurrentExecutions")
    if reserved is not None:
        client.put_function_concurrency(
            FunctionName=name, ReservedConcurrentExecutions=int(reserved)
        )
    elif "ReservedConcurrentExecutions" in previous:
        client.delete_function_concurrency(FunctionName=name)
    if "RecursiveLoop" in state or "RecursiveLoop" in previous:
        client.put_function_recursion_config(
            FunctionName=name, RecursiveLoop=state.get("RecursiveLoop", "Terminate")
        )
    _tag(client, function["Arn"], _tags(previous), _tags(state))


def _tags(state: dict) -> dict:
    return {tag["Key"]: tag["Value"] for tag in state.get("Tags") or []}


def _tag(client, arn: str, before: dict, after: dict) -> None:
    if old := [key for key in before if key not in after]:
        client.untag_resource(Resource=arn, TagKeys=old)
    if after and before and after != before:
        client.tag_resource(Resource=arn, Tags=after)


class AddingClients:
    """The clients of a request, of which the one for Lambda says more about a function."""

    def __init__(self, clients, more: dict):
        self._clients = clients
        self._more = more

    def __getattr__(self, name: str):
        client = getattr(self._clients, name)
        return AddingClient(client, self._more) if name == "lambda_" else client


class AddingClient:
    """The client of Lambda."""

    def __init__(self, client, more: dict):
        self._client = client
        self._more = more

    def __getattr__(self, name: str):
        return getattr(self._client, name)

    def create_function(self, **kwargs):
        return self._client.create_function(**kwargs, **self._more)

    def update_function_configuration(self, **kwargs):
        return self._client.update_function_configuration(**kwargs, **self._more)
