"""Let a template refer to what SAM makes of it, such as `!Ref Function.Alias` or `!Ref Function.Version`.

Before it lets SAM translate a template, the stock engine looks for local transforms in it, and
resolves all references on the way. Those to resources that only the translation adds were refused.
"""

from localstack.services.cloudformation.engine.v2.change_set_model_preproc import PreprocEntityDelta
from localstack.services.cloudformation.engine.v2.change_set_model_transform import (
    ChangeSetModelTransform,
)
from localstack.services.cloudformation.engine.validations import ValidationError


def apply() -> None:
    ChangeSetModelTransform._resolve_reference = _lenient(ChangeSetModelTransform._resolve_reference)


def _lenient(original):
    def resolve(self, logical_id: str) -> PreprocEntityDelta:
        try:
            return original(self, logical_id)
        except ValidationError:
            # What cannot be resolved after the translation either is refused then.
            return PreprocEntityDelta(before=logical_id, after=logical_id)

    return resolve
