"""Replace resources only when they must be, and delete nothing after a failure.

- Whether an update replaces a resource is decided by the values of its create-only properties.
  The stock engine takes any change of a resource for a change of what refers to it: an alias,
  whose FunctionName refers to the changed function, would be created a second time, which
  fails, and be deleted afterwards.
- When an update fails, what it would have removed or replaced stays. The stock engine cleans up
  all the same.
"""

from localstack.aws.api.cloudformation import StackStatus
from localstack.services.cloudformation.engine.v2.change_set_model import is_nothing
from localstack.services.cloudformation.engine.v2.change_set_model_executor import (
    ChangeSetModelExecutor,
)
from localstack.services.cloudformation.resource_provider import ResourceProviderExecutor

ROOT = "/properties/"


def apply() -> None:
    ChangeSetModelExecutor._execute_resource_change = _replacing_by_value(
        ChangeSetModelExecutor._execute_resource_change
    )
    ChangeSetModelExecutor.process = _keeping_after_failure(ChangeSetModelExecutor.process)


def _replacing_by_value(original):
    def execute_resource_change(self, name, before, after):
        if not is_nothing(before) and not is_nothing(after):
            after.requires_replacement = _must_be_replaced(before, after)
        return original(self, name, before, after)

    return execute_resource_change


def _must_be_replaced(before, after) -> bool:
    provider = ResourceProviderExecutor.try_load_resource_provider(after.resource_type)
    pointers = provider.SCHEMA.get("createOnlyProperties", []) if provider else []
    return any(_value(before, pointer) != _value(after, pointer) for pointer in pointers)


def _value(resource, pointer: str):
    value = resource.properties.properties if resource.properties else None
    for part in pointer.removeprefix(ROOT).split("/"):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _keeping_after_failure(original):
    def process(self):
        try:
            original(self)
        except Exception:
            if self._change_set.stack.status != StackStatus.DELETE_IN_PROGRESS:
                self._deferred_actions.clear()
            raise

    return process
