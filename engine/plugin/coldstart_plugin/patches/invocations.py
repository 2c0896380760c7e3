"""Hand the client context and the role's own credentials to the executor.

LocalStack drops the client context, and the credentials only appear among the environment
variables, where the function's own variables may have replaced them.
"""

from localstack.services.lambda_.invocation.execution_environment import ExecutionEnvironment


def apply() -> None:
    ExecutionEnvironment.invoke = _with_client_context(ExecutionEnvironment.invoke)
    ExecutionEnvironment.get_credentials = _kept(ExecutionEnvironment.get_credentials)


def _with_client_context(original):
    def invoke(self, invocation):
        self.runtime_executor.client_context = invocation.client_context
        return original(self, invocation)

    return invoke


def _kept(original):
    def get_credentials(self):
        self.runtime_executor.credentials = original(self)
        return self.runtime_executor.credentials

    return get_credentials
