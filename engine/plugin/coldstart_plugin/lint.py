"""Answers what AWS would refuse in a template, which the engine often accepts without a word.

The answers come from cfn-lint in a process of its own: it needs much memory, which is free again
when no template was asked about for a while, and it does not hold up what else the engine does.
"""

import contextlib
import json
import logging
import select
import subprocess
import sys
import threading

from localstack.http import Request
from localstack.services.edge import ROUTER

LOG = logging.getLogger(__name__)

PATH = "/_coldstart/lint"
PATIENCE_SECONDS = 60

_lock = threading.Lock()
_linter: subprocess.Popen | None = None


def register() -> None:
    """Offer the answers beside the AWS services."""
    ROUTER.add(PATH, endpoint=on_request, methods=["POST"])


def on_request(request: Request) -> dict:
    """Answer a template in JSON with its problems."""
    with _lock:
        return {"problems": _ask(request.get_data(as_text=True))}


def _ask(template: str) -> list[dict]:
    question = json.dumps(template).encode() + b"\n"
    answer = b""
    with contextlib.suppress(BrokenPipeError):
        answer = _exchange(_running(), question)
    if not answer:
        # It has gone since the last question, because nobody asked for a while.
        answer = _exchange(_running(), question)
    return json.loads(answer)


def _exchange(linter: subprocess.Popen, question: bytes) -> bytes:
    linter.stdin.write(question)
    linter.stdin.flush()
    if not select.select([linter.stdout], [], [], PATIENCE_SECONDS)[0]:
        linter.kill()
        raise TimeoutError(f"cfn-lint did not answer within {PATIENCE_SECONDS} s")
    return linter.stdout.readline()


def _running() -> subprocess.Popen:
    global _linter
    if _linter is None or _linter.poll() is not None:
        _linter = subprocess.Popen(
            [sys.executable, "-m", f"{__package__}.linter"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    return _linter
