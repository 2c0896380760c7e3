"""Give values of a template the form that CloudFormation gives them.

- `true` and numbers become "true" and their digits where the resource's schema, or a text that
  they are put into, wants a string. The stock engine writes Python's "True".
- A parameter is a string wherever it is used, its zeros included, also when its type is Number.
- The text of Fn::Sub stays a text; the stock engine makes numbers of "007" and "1e3".
- "30" and "true" become what the schema wants where it wants a number or a boolean.
- A dynamic reference that ends with SecretString stands for the whole secret; the stock engine
  breaks on it.
"""

import re

from localstack.services.cloudformation.engine.v2 import change_set_model_preproc as preproc
from localstack.services.cloudformation.engine.v2.change_set_model import is_nothing
from localstack.services.cloudformation.engine.v2.change_set_model_executor import (
    ChangeSetModelExecutor,
)
from localstack.services.cloudformation.engine.v2.change_set_model_preproc import (
    ChangeSetModelPreproc,
    PreprocEntityDelta,
    PreprocResource,
)
from localstack.services.cloudformation.engine.v2.change_set_model_validator import (
    ChangeSetModelValidator,
)
from localstack.services.cloudformation.engine.v2.resolving import DynamicReference
from localstack.services.cloudformation.resource_provider import ResourceProviderExecutor

PLACEHOLDER = re.compile(r"\$\{(!?)([^}]+)}")
NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


def apply() -> None:
    preproc.to_number = text
    ChangeSetModelPreproc.visit_node_parameter = _with_texts(
        ChangeSetModelPreproc.visit_node_parameter
    )
    ChangeSetModelPreproc.visit_node_intrinsic_function_fn_find_in_map = _with_texts(
        ChangeSetModelPreproc.visit_node_intrinsic_function_fn_find_in_map
    )
    ChangeSetModelPreproc.visit_node_intrinsic_function_fn_join = join
    ChangeSetModelPreproc.visit_node_intrinsic_function_fn_sub = _substituting(_undefined)
    # A template is validated before its resources exist.
    ChangeSetModelValidator.visit_node_intrinsic_function_fn_sub = _substituting(lambda name: "")
    preproc.perform_dynamic_reference_lookup = _whole_secrets(
        preproc.perform_dynamic_reference_lookup
    )
    ChangeSetModelExecutor.create_resource_provider_payload = _as_the_schema_says(
        ChangeSetModelExecutor.create_resource_provider_payload
    )


def text(value):
    """Return a scalar as CloudFormation writes it; anything else as it is."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        return [text(entry) for entry in value]
    return value


def _whole_secrets(original):
    def lookup(reference, *args, **kwargs):
        key = reference.reference_key
        if reference.service_name == "secretsmanager" and re.search(r":SecretString:*$", key):
            key = re.sub(r":SecretString:*$", "", key)
        return original(reference=DynamicReference(reference.service_name, key), *args, **kwargs)

    return lookup


def _with_texts(original):
    def visit(self, *args, **kwargs):
        delta = original(self, *args, **kwargs)
        return PreprocEntityDelta(before=text(delta.before), after=text(delta.after))

    return visit


def join(self, node_intrinsic_function) -> PreprocEntityDelta:
    def joined(arguments):
        if not (isinstance(arguments, list) and len(arguments) == 2):
            return preproc.Nothing
        delimiter, parts = arguments
        if parts == "":
            return ""
        if not isinstance(parts, list):
            raise RuntimeError(f"Invalid arguments list definition for Fn::Join: '{arguments}'")
        return text(delimiter).join(str(text(part)) for part in parts if part is not None)

    return self._cached_apply(
        scope=node_intrinsic_function.scope,
        arguments_delta=self.visit(node_intrinsic_function.arguments),
        resolver=joined,
    )


def _substituting(missing):
    def substitute(self, node_intrinsic_function) -> PreprocEntityDelta:
        node = node_intrinsic_function
        arguments = self.visit(node.arguments)
        before = self._before_cache.get(node.scope, preproc.Nothing)
        if is_nothing(before) and not is_nothing(arguments.before):
            before = _substituted(self, arguments.before, True, missing)
        after = self._after_cache.get(node.scope, preproc.Nothing)
        if is_nothing(after) and not is_nothing(arguments.after):
            after = _substituted(self, arguments.after, False, missing)
        return PreprocEntityDelta(before=before, after=after)

    return substitute


def _undefined(name: str):
    raise RuntimeError(f"Undefined variable name in Fn::Sub string template '{name}'")


def _substituted(model, arguments, select_before: bool, missing) -> str:
    template, given = (arguments, {}) if isinstance(arguments, str) else arguments

    def replacement(match) -> str:
        name = match.group(2).strip()
        if match.group(1):
            return "${" + name + "}"
        try:
            value = _variable(model, name, given, select_before)
        except RuntimeError:
            return missing(name)
        # A resource has no id yet while a change set is only described.
        return missing(name) if is_nothing(value) else "" if value is None else str(text(value))

    return PLACEHOLDER.sub(replacement, template)


def _variable(model, name: str, given: dict, select_before: bool):
    if name in given:
        return given[name]
    if "." in name:
        return model._resolve_attribute(arguments=name, select_before=select_before)
    delta = model._resolve_reference(logical_id=name)
    value = delta.before if select_before else delta.after
    return value.physical_resource_id if isinstance(value, PreprocResource) else value


def _as_the_schema_says(original):
    def create_resource_provider_payload(self, action, logical_resource_id, resource_type, *args, **kwargs):
        payload = original(self, action, logical_resource_id, resource_type, *args, **kwargs)
        provider = ResourceProviderExecutor.try_load_resource_provider(resource_type)
        schema = getattr(provider, "SCHEMA", None)
        if schema:
            data = payload["requestData"]
            data["resourceProperties"] = _fitted(data["resourceProperties"], schema, schema)
        return payload

    return create_resource_provider_payload


def _fitted(value, schema: dict, root: dict):
    if "$ref" in schema:
        schema = root["definitions"].get(schema["$ref"].rpartition("/")[2], {})
    if isinstance(value, dict):
        return {key: _fitted(entry, _of_property(schema, key), root) for key, entry in value.items()}
    if isinstance(value, list):
        return [_fitted(entry, schema.get("items", {}), root) for entry in value]
    match schema.get("type"):
        case "string":
            return text(value)
        case "integer" | "number" if isinstance(value, str) and NUMBER.fullmatch(value):
            return float(value) if "." in value else int(value)
        case "boolean" if value in ("true", "false"):
            return value == "true"
    return value


def _of_property(schema: dict, key: str) -> dict:
    if key in schema.get("properties", {}):
        return schema["properties"][key]
    for pattern, found in schema.get("patternProperties", {}).items():
        if re.search(pattern, key):
            return found
    further = schema.get("additionalProperties")
    return further if isinstance(further, dict) else {}
