"""Write the log of a function to the log group that its logging configuration names."""

from localstack.services.lambda_.invocation.execution_environment import ExecutionEnvironment


def apply() -> None:
    ExecutionEnvironment.get_log_group_name = _configured(ExecutionEnvironment.get_log_group_name)


def _configured(original):
    def get_log_group_name(self) -> str:
        configuration = self.function_version.config.logging_config or {}
        return configuration.get("LogGroup") or original(self)

    return get_log_group_name
