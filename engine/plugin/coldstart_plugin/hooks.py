"""Where LocalStack calls the plug-in while it starts."""

import importlib
import os
import pkgutil

from localstack.runtime import hooks


@hooks.on_runtime_create()
def coldstart_patches():
    """Apply every patch of the packages before anything that they change is used.

    A test can leave some out, to show that it fails without them.
    """
    from . import patches, speed

    known = {module.name: package for package in (patches, speed) for module in pkgutil.iter_modules(package.__path__)}
    left_out = set(filter(None, os.environ.get("COLDSTART_WITHOUT_PATCHES", "").split(",")))
    if unknown := left_out - known.keys():
        raise RuntimeError(f"There are no such patches to leave out: {', '.join(sorted(unknown))}")
    for name in sorted(known.keys() - left_out):
        importlib.import_module(f"{known[name].__name__}.{name}").apply()


@hooks.on_infra_start()
def coldstart_calls():
    """Report the calls that LocalStack makes itself, and insist on our executor.

    LocalStack falls back to Docker when the executor cannot be loaded; it must not start then.
    """
    from localstack.services.lambda_.invocation.runtime_executor import get_runtime_executor

    from . import calls, lint
    from .executor import EnvironmentHostExecutor

    if get_runtime_executor() is not EnvironmentHostExecutor:
        raise RuntimeError("LAMBDA_RUNTIME_EXECUTOR does not select the executor of this plug-in")
    calls.register()
    lint.register()
