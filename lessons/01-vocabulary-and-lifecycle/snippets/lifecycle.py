"""Shows which parts of a module belong to an execution environment and which to an invocation."""

# region init
import time
import uuid

# Runs in the Init phase: once for each execution environment.
ENVIRONMENT = uuid.uuid4().hex[:8]
STARTED = time.time()
invocations = 0


def handler(event, context):
    """Runs in the Invoke phase: once for each invocation."""
    global invocations
    invocations += 1
    return {
        "environment": ENVIRONMENT,
        "invocation": invocations,
        "ageSeconds": round(time.time() - STARTED, 3),
        "orderId": event["orderId"],
    }
# endregion


if __name__ == "__main__":
    first = handler({"orderId": "o-1"}, None)
    second = handler({"orderId": "o-2"}, None)
    assert first["environment"] == second["environment"]
    assert (first["invocation"], second["invocation"]) == (1, 2)
