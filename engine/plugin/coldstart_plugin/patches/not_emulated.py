"""Say plainly that an operation is not emulated; the stock message speaks of licence plans."""

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
            original(self, chain, context, response)
        except NotImplementedError as e:
            operation = context.operation and context.operation.name
            raise NotImplementedError(_sentence(context.service.service_name, operation)) from e

    return require_service
