"""Give functions of a template all properties that it says.

- EphemeralStorage, SnapStart, KmsKeyArn and FileSystemConfigs are passed on, before a version is
  published; the stock CloudFormation drops them.
- ReservedConcurrentExecutions, RecursiveLoop and RuntimeManagementConfig are applied.
- A property that an update leaves out goes back to its default; the stock engine keeps it.
"""

import dataclasses

from localstack.services.cloudformation.resource_provider import OperationStatus
from localstack.services.lambda_.resource_providers.aws_lambda_function import (
    LambdaFunctionProvider,
)

FORGOTTEN = {
    "EphemeralStorage": "EphemeralStorage",
    "SnapStart": "SnapStart",
    "KmsKeyArn": "KMSKeyArn",
    "FileSystemConfigs": "FileSystemConfigs",
}
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


def apply() -> None:
    LambdaFunctionProvider.create = _complete(LambdaFunctionProvider.create)
    LambdaFunctionProvider.update = _complete(LambdaFunctionProvider.update)


def _complete(original):
    def deploy(self, request):
        clients = request.aws_client_factory
        state, previous = request.desired_state, request.previous_state or {}
        adding = AddingClients(clients, _passed_on(state, previous))
        event = original(self, dataclasses.replace(request, aws_client_factory=adding))
        if event.status == OperationStatus.SUCCESS:
            name = event.resource_model["FunctionName"]
            _limit_concurrency(clients.lambda_, name, state, previous)
            _settle(clients.lambda_, name, state, previous)
        return event

    return deploy


def _passed_on(state: dict, previous: dict) -> dict:
    removed = {
        FORGOTTEN.get(name, name): value
        for name, value in DEFAULTS.items()
        if name in previous and name not in state
    }
    return removed | {api: state[name] for name, api in FORGOTTEN.items() if name in state}


def _limit_concurrency(client, name: str, state: dict, previous: dict) -> None:
    reserved = state.get("ReservedConcurrentExecutions")
    if reserved is not None:
        client.put_function_concurrency(
            FunctionName=name, ReservedConcurrentExecutions=int(reserved)
        )
    elif "ReservedConcurrentExecutions" in previous:
        client.delete_function_concurrency(FunctionName=name)


def _settle(client, name: str, state: dict, previous: dict) -> None:
    if "RecursiveLoop" in state or "RecursiveLoop" in previous:
        client.put_function_recursion_config(
            FunctionName=name, RecursiveLoop=state.get("RecursiveLoop", "Terminate")
        )
    if management := state.get("RuntimeManagementConfig"):
        client.put_runtime_management_config(FunctionName=name, **management)


class AddingClients:
    """The clients of a request, of which the one for Lambda says more about a function."""

    def __init__(self, clients, more: dict):
        self._clients = clients
        self._more = more

    def __getattr__(self, name: str):
        client = getattr(self._clients, name)
        return AddingClient(client, self._more) if name == "lambda_" else client


class AddingClient:
    def __init__(self, client, more: dict):
        self._client = client
        self._more = more

    def __getattr__(self, name: str):
        return getattr(self._client, name)

    def create_function(self, **kwargs):
        return self._client.create_function(**kwargs, **self._more)

    def update_function_configuration(self, **kwargs):
        return self._client.update_function_configuration(**kwargs, **self._more)
