"""The runtime executor: starts and invokes execution environments in the environment host."""

import base64
import hashlib
import io
import json
import logging
import threading

from localstack import config
from localstack.services.lambda_.invocation.executor_endpoint import StatusErrorException
from localstack.services.lambda_.invocation.lambda_models import (
    ArchiveCode,
    FunctionVersion,
    InvocationResult,
)
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.lambda_.invocation.runtime_executor import RuntimeExecutor

from . import host

LOG = logging.getLogger(__name__)

LOOPBACK = "127.0.0.1"


class EnvironmentHostExecutor(RuntimeExecutor):
    """One execution environment. Start and invoke block until the environment host has answered."""

    # Set by the patch "invocations", because LocalStack does not hand them over.
    client_context: str | None = None
    credentials: dict | None = None

    # Whether its process has ended, so that the next event waits for the start of another.
    ended = False

    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id, function_version)
        self._stop_lock = threading.Lock()
        self._stopped = False

    def start(self, env_vars: dict[str, str]) -> None:
        status, answer = host.environment_host(
            "POST",
            "/environments",
            self._description(env_vars),
            config.LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT + 10,
        )
        if status == 422:
            error = answer.get("initError", answer)
            raise StatusErrorException(
                "The function could not be initialized", payload=json.dumps(error).encode()
            )
        if status != 200:
            raise host.HostRefused("POST", "/environments", status, json.dumps(answer))

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        path = f"/environments/{self.id}/invocations"
        body = {
            "requestId": payload["invoke-id"],
            "arn": payload["invoked-function-arn"],
            "traceId": payload["trace-id"],
            "payload": payload["payload"],
        }
        if self.client_context:
            body["clientContext"] = _decoded(self.client_context)
        # A function that timed out or exited is initialized again before it is invoked.
        patience = self.function_version.config.timeout + config.LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT + 10
        status, answer = host.environment_host("POST", path, body, patience)
        if status != 200:
            raise host.HostRefused("POST", path, status, json.dumps(answer))
        self.ended = answer.get("ended", False)
        return InvocationResult(
            request_id=body["requestId"],
            payload=answer["payload"].encode(),
            is_error=answer["isError"],
            logs=answer["logs"],
        )

    def stop(self) -> None:
        with self._stop_lock:
            if self._stopped:
                return
            self._stopped = True
        try:
            host.environment_host("DELETE", f"/environments/{self.id}", read_timeout=10)
        except Exception as e:
            LOG.warning("Environment %s was not stopped: %s", self.id, e)

    def get_address(self) -> str:
        return LOOPBACK

    def get_endpoint_from_executor(self) -> str:
        return LOOPBACK

    def get_runtime_endpoint(self) -> str:
        return f"http://{LOOPBACK}:{config.GATEWAY_LISTEN[0].port}/_localstack_lambda/{self.id}"

    def get_logs(self) -> str:
        return ""

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        for code in _archives(function_version):
            _offer(code)

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        """The environment host forgets archives together with the account."""

    def _description(self, env_vars: dict[str, str]) -> dict:
        version = self.function_version
        function = version.config
        environment = {name: str(value) for name, value in env_vars.items()}
        credentials = self.credentials or {}
        return {
            "id": self.id,
            "account": version.id.account,
            "region": version.id.region,
            "function": version.id.function_name,
            "qualifier": version.id.qualifier,
            "arn": version.qualified_arn,
            "runtime": str(function.runtime),
            "handler": function.handler,
            "memoryMb": function.memory_size,
            "timeoutSeconds": function.timeout,
            "ephemeralMb": function.ephemeral_storage.size,
            "architecture": str(function.architectures[0]) if function.architectures else "x86_64",
            "codeSha256": _sha256(function.code),
            "layerSha256": [_sha256(layer.code) for layer in function.layers],
            "initializationType": environment["AWS_LAMBDA_INITIALIZATION_TYPE"],
            "environment": environment,
            "userEnvironment": {k: str(v) for k, v in (function.environment or {}).items()},
            "logGroup": environment["AWS_LAMBDA_LOG_GROUP_NAME"],
            "logStream": environment["AWS_LAMBDA_LOG_STREAM_NAME"],
            "credentials": {
                "accessKeyId": credentials.get("AccessKeyId", ""),
                "secretAccessKey": credentials.get("SecretAccessKey", ""),
                "sessionToken": credentials.get("SessionToken", ""),
            },
        }


class EnvironmentHostPlugin(RuntimeExecutorPlugin):
    """Offers the executor under the name that LAMBDA_RUNTIME_EXECUTOR selects."""

    name = "coldstart"

    def load(self, *args, **kwargs):
        return EnvironmentHostExecutor


def _archives(function_version: FunctionVersion) -> list[ArchiveCode]:
    function = function_version.config
    if function.code is None:
        raise ValueError(
            "A function must be a zip archive here; container images are not supported"
        )
    return [function.code, *(layer.code for layer in function.layers)]


def _offer(code: ArchiveCode) -> None:
    """Upload an archive, unless the environment host has it."""
    if code.is_hot_reloading():
        raise ValueError("A function cannot be read from a directory of the machine here")
    path = f"/archives/{_sha256(code)}"
    status, _ = host.environment_host("HEAD", path)
    if status == 404:
        content = io.BytesIO()
        code._download_archive_to_file(content)
        host.upload(path, _verified(code, content.getvalue()))
    elif status >= 300:
        raise host.HostRefused("HEAD", path, status, "")


def _verified(code: ArchiveCode, content: bytes) -> bytes:
    if hashlib.sha256(content).hexdigest() != _sha256(code):
        raise ValueError("The stored archive of the function is damaged")
    return content


def _sha256(code: ArchiveCode) -> str:
    return base64.b64decode(code.code_sha256).hex()


def _decoded(client_context: str) -> str:
    """Return the client context as JSON text; callers send it in Base64."""
    try:
        return base64.b64decode(client_context, validate=True).decode()
    except ValueError:
        return client_context
