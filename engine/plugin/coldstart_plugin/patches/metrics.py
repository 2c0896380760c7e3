"""Publish the metrics of functions that Lambda publishes.

- `Errors` is 0 or 1 for each invocation, so that its average is the rate of errors, and
  `Duration` is that of the REPORT line; the stock engine publishes errors only where there are
  some, and no duration.
- `Throttles` counts what was refused for lack of concurrency, which is no invocation.
"""

import re

from localstack.aws.api.lambda_ import TooManyRequestsException
from localstack.aws.connect import connect_to
from localstack.services.lambda_.invocation import version_manager
from localstack.services.lambda_.invocation.version_manager import LOG, LambdaVersionManager
from localstack.utils.threads import start_thread

DURATION = re.compile(r"^REPORT RequestId:.*?\tDuration: ([0-9.]+) ms", re.MULTILINE)


def apply() -> None:
    # Published below instead, by one call for each invocation.
    version_manager.record_cw_metric_invocation = lambda **_: None
    version_manager.record_cw_metric_error = lambda **_: None
    LambdaVersionManager.invoke = _measured(LambdaVersionManager.invoke)


def _measured(original):
    def invoke(self, *, invocation):
        try:
            result = original(self, invocation=invocation)
        except TooManyRequestsException:
            _publish(self.function_version.id, [_count("Throttles", 1)])
            raise
        _publish(self.function_version.id, _of(result))
        return result

    return invoke


def _of(result) -> list[dict]:
    data = [_count("Invocations", 1), _count("Errors", 1 if result.is_error else 0)]
    if duration := DURATION.search(result.logs or ""):
        data.append({"MetricName": "Duration", "Value": float(duration[1]), "Unit": "Milliseconds"})
    return data


def _count(name: str, value: int) -> dict:
    return {"MetricName": name, "Value": value, "Unit": "Count"}


def _publish(function, data: list[dict]) -> None:
    dimensions = [{"Name": "FunctionName", "Value": function.function_name}]

    def put(*_):
        try:
            connect_to(
                aws_access_key_id=function.account, region_name=function.region
            ).cloudwatch.put_metric_data(
                Namespace="AWS/Lambda",
                MetricData=[{**entry, "Dimensions": dimensions} for entry in data],
            )
        except Exception as e:
            LOG.debug("Metrics of %s were not published: %s", function.function_name, e)

    start_thread(put, name=f"coldstart-metrics-{function.function_name}")
