"""Say plainly that a service or an operation is not emulated.

- The stock message speaks of licence plans.
- Services that others depend on, such as Kinesis, are no services for callers; the stock engine
  would begin to download them.
"""

import os

from localstack.aws import skeleton
from localstack.aws.catalog_exceptions import AwsServiceAvailabilityException
from localstack.aws.handlers import service as service_handlers
from localstack.aws.handlers.service_plugin import ServiceLoader

ERROR_CODE = 4


def apply() -> None:
    skeleton.get_service_availability_exception = exception
    service_handlers.get_service_availability_exception = exception
    ServiceLoader.require_service = _plain(ServiceLoader.require_service)


def exception(service: str, operation: str | None, status=None) -> AwsServiceAvailabilityException:
    return AwsServiceAvailabilityException(_sentence(service, operation), ERROR_CODE)


def _sentence(service: str, operation: str | None) -> str:
    what = f"{operation} of {service}" if operation else f"The service {service}"
    return f"{what} exists on AWS but is not emulated by Coldstart."


def _plain(original):
    def require_service(self, chain, context, response):
        try:
            if _is_hidden(context):
                raise NotImplementedError
            original(self, chain, context, response)
        except NotImplementedError as e:
            operation = context.operation and context.operation.name
            raise NotImplementedError(_sentence(context.service.service_name, operation)) from e

    return require_service


def _is_hidden(context) -> bool:
    if not context.service or context.is_internal_call:
        return False
    named = os.environ.get("SERVICES", "").split(",")
    return any(named) and context.service.service_name not in named
