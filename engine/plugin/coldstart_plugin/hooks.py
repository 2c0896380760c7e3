"""Where LocalStack calls the plug-in while it starts."""

from localstack.runtime import hooks


@hooks.on_runtime_create()
def coldstart_patches():
    """Apply the patches before anything that they change is used."""
    from .patches import assignments, bind, events, invocations, names

    for patch in (bind, names, assignments, invocations, events):
        patch.apply()


@hooks.on_infra_start()
def coldstart_calls():
    """Report the calls that LocalStack makes itself, and insist on our executor.

    LocalStack falls back to Docker when the executor cannot be loaded; it must not start then.
    """
    from localstack.services.lambda_.invocation.runtime_executor import get_runtime_executor

    from . import calls
    from .executor import EnvironmentHostExecutor

    if get_runtime_executor() is not EnvironmentHostExecutor:
        raise RuntimeError("LAMBDA_RUNTIME_EXECUTOR does not select the executor of this plug-in")
    calls.register()
