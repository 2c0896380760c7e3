"""Make the assignment of execution environments safe for parallel invocations.

The stock service iterates over a dictionary while other threads insert, lets another thread
take an environment between its start and its reservation, forgets environments that end
twice, and starts any number at once. It also has an event wait for the new process of an
environment that crashed while others are idle.
"""

import contextlib
import threading
from collections import defaultdict

from localstack.services.lambda_.invocation import assignment
from localstack.services.lambda_.invocation.assignment import (
    LOG,
    AssignmentException,
    AssignmentService,
)
from localstack.services.lambda_.invocation.execution_environment import InvalidStatusException
from localstack.services.lambda_.invocation.lambda_models import InitializationType

PARALLEL_STARTS = 32

_starts = threading.BoundedSemaphore(PARALLEL_STARTS)
_stopped_versions: set[str] = set()


class Environments(dict):
    """The environments of a version, to be iterated over while others come and go."""

    def values(self):
        return list(super().values())


def apply() -> None:
    AssignmentService.__init__ = _initialized(AssignmentService.__init__)
    AssignmentService.get_environment = get_environment
    AssignmentService.on_timeout = on_timeout
    AssignmentService.stop_environment = stop_environment
    AssignmentService.scale_provisioned_concurrency = _counting_starts(
        AssignmentService.scale_provisioned_concurrency
    )
    AssignmentService.stop_environments_for_version = _closing(
        AssignmentService.stop_environments_for_version
    )
    assert assignment.AssignmentService is AssignmentService


def _initialized(original):
    def initialize(self):
        original(self)
        self.environments = defaultdict(Environments)

    return initialize


def _closing(original):
    def stop_environments_for_version(self, version_manager_id):
        _stopped_versions.add(version_manager_id)
        original(self, version_manager_id)

    return stop_environments_for_version


def _counting_starts(original):
    """Count as available what was started, not what was stopped in exchange as well."""

    def scale_provisioned_concurrency(self, version_manager_id, function_version, target):
        futures = original(self, version_manager_id, function_version, target)
        return futures[:target] if target else futures

    return scale_provisioned_concurrency


@contextlib.contextmanager
def get_environment(self, version_manager_id, function_version, provisioning_type):
    environment = _reserve_idle(self, version_manager_id, provisioning_type)
    if environment is None:
        environment = _start(self, version_manager_id, function_version, provisioning_type)
    try:
        yield environment
        environment.release()
    except InvalidStatusException as e:
        LOG.error("InvalidStatusException: %s", e)
    except Exception as e:
        LOG.error("Failed invocation <%s>: %s", type(e), e)
        self.stop_environment(environment)
        raise


def on_timeout(self, version_manager_id, environment_id) -> None:
    self.environments[version_manager_id].pop(environment_id, None)


def stop_environment(self, environment) -> None:
    self.environments[environment.version_manager_id].pop(environment.id, None)
    try:
        environment.stop()
    except InvalidStatusException as e:
        LOG.debug("Environment %s has ended already: %s", environment.id, e)


def _reserve_idle(self, version_manager_id, provisioning_type):
    environments = self.environments[version_manager_id].values()
    for environment in sorted(environments, key=_has_to_start):
        if environment.initialization_type == provisioning_type:
            with contextlib.suppress(InvalidStatusException):
                environment.reserve()
                return environment
    return None


def _has_to_start(environment) -> bool:
    return environment.runtime_executor.ended


def _start(self, version_manager_id, function_version, provisioning_type):
    if provisioning_type != InitializationType.on_demand:
        raise AssignmentException(f"No {provisioning_type} environment available despite lease.")
    with _starts:
        environment = self.start_environment(version_manager_id, function_version)
    environment.reserve()
    self.environments[version_manager_id][environment.id] = environment
    if version_manager_id in _stopped_versions:
        self.stop_environment(environment)
        raise AssignmentException("The function was changed or deleted while it started.")
    return environment
