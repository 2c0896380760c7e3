"""Reads templates from its input, a JSON text a line, and writes their problems, a JSON list a line."""

import difflib
import json
import os
import re
import select
import sys

IDLE_SECONDS = 120

SAM_PROPERTY = re.compile(r"property (\S+) not defined for resource of type (\S+)")


def main() -> None:
    """Answer until the input ends or nobody has asked for a while."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while select.select([sys.stdin], [], [], IDLE_SECONDS)[0]:
        question = sys.stdin.buffer.readline()
        if not question:
            return
        answers.write(json.dumps(problems(json.loads(question))).encode() + b"\n")
        answers.flush()


def problems(template: str) -> list[dict]:
    """Return the errors that cfn-lint finds; none when it cannot cope with the template."""
    from cfnlint.api import lint
    from cfnlint.config import ManualArgs

    try:
        matches = lint(template, config=ManualArgs(regions=["us-east-1"], ignore_checks=["W", "I"]))
    except Exception as e:
        print(f"cfn-lint failed: {e!r}", file=sys.stderr)
        return []
    return [problem(match) for match in matches]


def problem(match) -> dict:
    """Write a match as JSON."""
    return {
        "rule": match.rule.id,
        "message": match.message,
        "path": [str(part) for part in getattr(match, "path", None) or []],
        "suggestion": suggestion(match.message),
    }


def suggestion(message: str) -> str | None:
    """Return the property that may be meant where SAM does not know one."""
    found = SAM_PROPERTY.search(message)
    if not found:
        return None
    near = difflib.get_close_matches(found.group(1), properties(found.group(2)), 1)
    return near[0] if near else None


def properties(resource_type: str) -> list[str]:
    """Return the properties of a resource or an event of SAM."""
    from samtranslator.model import sam_resources
    from samtranslator.model.eventsources import pull, push

    for module in (sam_resources, pull, push):
        for candidate in vars(module).values():
            if getattr(candidate, "resource_type", None) == resource_type:
                return list(getattr(candidate, "property_types", {}))
    return []


if __name__ == "__main__":
    main()
