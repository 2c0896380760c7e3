"""The HTTP connections to Coldstart: the environment host and the recorder of calls."""

import json
import os

import urllib3

_POOL = urllib3.PoolManager(maxsize=64, block=False, retries=False)


class HostRefused(Exception):
    """Coldstart answered with a status that means: not now, or not like this."""

    def __init__(self, method: str, path: str, status: int, text: str):
        super().__init__(f"{method} {path} was answered with {status}: {text[:500]}")
        self.status = status


def environment_host(method: str, path: str, body=None, read_timeout: float = 30.0) -> tuple[int, dict]:
    """Send a request to the environment host and return the status and the JSON answer."""
    url = os.environ["COLDSTART_HOST_URL"]
    content = None if body is None else json.dumps(body).encode()
    status, text = _request(url, method, path, content, "application/json", read_timeout)
    return status, _parse(text)


def upload(path: str, content: bytes) -> None:
    """Send bytes to the environment host."""
    status, text = _request(
        os.environ["COLDSTART_HOST_URL"], "PUT", path, content, "application/zip", 120.0
    )
    if status >= 300:
        raise HostRefused("PUT", path, status, text)


def report_calls(calls: list[dict]) -> None:
    """Send recorded calls to the recorder."""
    if os.environ.get("COLDSTART_CALLS_URL"):
        _recorder("/calls", calls)


def ask_decision(question: dict) -> dict:
    """Ask the recorder whether a call is allowed. Nothing is decided where there is none."""
    if not os.environ.get("COLDSTART_CALLS_URL"):
        return {}
    return _parse(_recorder("/decisions", question))


def _recorder(path: str, body) -> str:
    url = os.environ["COLDSTART_CALLS_URL"]
    token = os.environ.get("COLDSTART_CALLS_TOKEN") or os.environ["COLDSTART_TOKEN"]
    base = url.rstrip("/").removesuffix("/calls")
    content = json.dumps(body).encode()
    status, text = _request(base, "POST", path, content, "application/json", 10.0, token)
    if status >= 300:
        raise HostRefused("POST", path, status, text)
    return text


def _request(url, method, path, content, content_type, read_timeout, token=None) -> tuple[int, str]:
    # A connection for each request: one that is kept may be closed by the other side just
    # when it is used again, and an invocation must not be sent twice.
    token = token or os.environ["COLDSTART_TOKEN"]
    headers = {"Authorization": f"Bearer {token}", "Connection": "close"}
    if content is not None:
        headers["Content-Type"] = content_type
    timeout = urllib3.Timeout(connect=5.0, read=read_timeout)
    response = _POOL.request(
        method, url.rstrip("/") + path, body=content, headers=headers, timeout=timeout
    )
    return response.status, response.data.decode("utf-8", "replace")


def _parse(text: str) -> dict:
    try:
        answer = json.loads(text)
    except ValueError:
        return {"text": text}
    return answer if isinstance(answer, dict) else {"value": answer}
