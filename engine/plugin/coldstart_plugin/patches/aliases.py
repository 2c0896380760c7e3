"""Let aliases move.

- A stack update moves an alias with its routing, description and provisioned concurrency. The
  stock CloudFormation has no update of aliases and reports success all the same.
- A template's list of version weights is understood.
- UpdateAlias accepts version weights, which the stock service answers with an internal error.
- DeleteProvisionedConcurrencyConfig finds the version behind an alias; the stock service looks
  for a version that is called like the alias.
- GetFunctionConfiguration takes an alias for its qualifier.
"""

import dataclasses

from localstack.services.cloudformation.provider_utils import select_attributes
from localstack.services.cloudformation.resource_provider import OperationStatus, ProgressEvent
from localstack.services.lambda_ import api_utils
from localstack.services.lambda_.invocation.lambda_service import LambdaService
from localstack.services.lambda_.invocation.models import lambda_stores
from localstack.services.lambda_.provider import LambdaProvider
from localstack.services.lambda_.resource_providers.lambda_alias import LambdaAliasProvider

WAIT_SECONDS = 60
MOVED = "moved"


def apply() -> None:
    LambdaAliasProvider.create = _with_weights(LambdaAliasProvider.create)
    LambdaAliasProvider.update = update
    LambdaProvider.update_alias = _weighted(LambdaProvider.update_alias)
    LambdaProvider.delete_provisioned_concurrency_config = _behind_the_alias(
        LambdaProvider.delete_provisioned_concurrency_config
    )
    LambdaProvider.get_function_configuration = _with_alias(
        LambdaProvider.get_function_configuration
    )
    LambdaService.update_alias = move_provisioned_concurrency


def _with_weights(original):
    """Create an alias with the weights as the API wants them; the model keeps the template's form."""

    def create(self, request):
        written = request.desired_state.get("RoutingConfig")
        request.desired_state["RoutingConfig"] = _routing(request.desired_state)
        event = original(self, request)
        event.resource_model.pop("RoutingConfig", None)
        if written is not None:
            event.resource_model["RoutingConfig"] = written
        return event

    return create


def _routing(state: dict) -> dict:
    weights = (state.get("RoutingConfig") or {}).get("AdditionalVersionWeights") or []
    if isinstance(weights, dict):
        return {"AdditionalVersionWeights": weights}
    return {
        "AdditionalVersionWeights": {
            weight["FunctionVersion"]: weight["FunctionWeight"] for weight in weights
        }
    }


def update(self, request) -> ProgressEvent:
    """Move the alias at the first call, then wait for its provisioned concurrency."""
    desired = {**request.desired_state, "Id": request.previous_state["Id"]}
    client = request.aws_client_factory.lambda_
    if not request.custom_context.get(MOVED):
        _move(client, request.previous_state, desired)
    if _is_provisioning(client, desired):
        return ProgressEvent(
            status=OperationStatus.IN_PROGRESS, resource_model=desired, custom_context={MOVED: True}
        )
    return ProgressEvent(status=OperationStatus.SUCCESS, resource_model=desired)


def _move(client, previous: dict, desired: dict) -> None:
    before, after = _provisioned(previous), _provisioned(desired)
    moves = previous["FunctionVersion"] != desired["FunctionVersion"]
    alias = {"FunctionName": desired["FunctionName"], "Qualifier": desired["Name"]}
    if before and (moves or not after):
        client.delete_provisioned_concurrency_config(**alias)
    client.update_alias(
        Description=desired.get("Description", ""),
        RoutingConfig=_routing(desired),
        **select_attributes(desired, ["FunctionName", "FunctionVersion", "Name"]),
    )
    if after and (moves or before != after):
        client.put_provisioned_concurrency_config(ProvisionedConcurrentExecutions=after, **alias)


def _provisioned(state: dict) -> int:
    config = state.get("ProvisionedConcurrencyConfig") or {}
    return int(config.get("ProvisionedConcurrentExecutions") or 0)


def _is_provisioning(client, state: dict) -> bool:
    if not _provisioned(state):
        return False
    config = client.get_provisioned_concurrency_config(
        FunctionName=state["FunctionName"], Qualifier=state["Name"]
    )
    if config["Status"] == "FAILED":
        raise RuntimeError(config.get("StatusReason", "Provisioned concurrency failed"))
    return config["Status"] == "IN_PROGRESS"


def _weighted(original):
    def update_alias(self, context, function_name, name, routing_config=None, **kwargs):
        weights = (routing_config or {}).get("AdditionalVersionWeights")
        function, alias = _find(context, function_name, name)
        if not weights or not alias:
            return original(self, context, function_name, name, routing_config=routing_config, **kwargs)
        version = function.versions.get(kwargs.get("function_version") or alias.function_version)
        routing = self._create_routing_config_model(weights, version)
        original(self, context, function_name, name, routing_config={}, **kwargs)
        moved = dataclasses.replace(function.aliases[name], routing_configuration=routing)
        function.aliases[name] = moved
        return api_utils.map_alias_out(moved, function)

    return update_alias


def _find(context, function_name: str, alias: str):
    account, region = api_utils.get_account_and_region(function_name, context)
    function = lambda_stores[account][region].functions.get(
        api_utils.get_function_name(function_name, context)
    )
    return function, function and function.aliases.get(alias)


def _behind_the_alias(original):
    def delete_provisioned_concurrency_config(self, context, function_name, qualifier, **kwargs):
        function, alias = _find(context, function_name, qualifier)
        if not alias:
            return original(self, context, function_name, qualifier, **kwargs)
        if function.provisioned_concurrency_configs.pop(qualifier, None):
            _manager(self.lambda_service, function, alias).update_provisioned_concurrency_config(0)

    return delete_provisioned_concurrency_config


def _with_alias(original):
    def get_function_configuration(self, context, function_name, qualifier=None, **kwargs):
        _, alias = api_utils.get_name_and_qualifier(function_name, qualifier, context)
        function, found = _find(context, function_name, alias)
        if not found:
            return original(self, context, function_name, qualifier, **kwargs)
        version = function.versions[found.function_version]
        return api_utils.map_config_out(version, return_qualified_arn=True, alias_name=alias)

    return get_function_configuration


def _manager(service, function, alias):
    return service.get_lambda_version_manager(function.versions[alias.function_version].qualified_arn)


def move_provisioned_concurrency(self, old_alias, new_alias, function) -> None:
    config = function.provisioned_concurrency_configs.get(old_alias.name)
    if config is None or old_alias.function_version == new_alias.function_version:
        return
    _manager(self, function, old_alias).update_provisioned_concurrency_config(0).result(WAIT_SECONDS)
    _manager(self, function, new_alias).update_provisioned_concurrency_config(
        config.provisioned_concurrent_executions
    )
