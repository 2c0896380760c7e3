"""Take booleans and numbers as the values of conditions in policies, as IAM does.

The stock engine refuses policies with them: a template has `aws:SecureTransport: true` more often
than the same in quotation marks.
"""

from moto.iam.policy_validation import IAMPolicyDocumentValidator


def apply() -> None:
    IAMPolicyDocumentValidator._validate_condition_syntax = staticmethod(
        _with_texts(IAMPolicyDocumentValidator._validate_condition_syntax)
    )


def _with_texts(original):
    def validate(statement):
        conditions = statement.get("Condition")
        for operands in conditions.values() if isinstance(conditions, dict) else ():
            if isinstance(operands, dict):
                operands.update({key: _text(value) for key, value in operands.items()})
        original(statement)

    return validate


def _text(value):
    if isinstance(value, list):
        return [_text(one) for one in value]
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else value
