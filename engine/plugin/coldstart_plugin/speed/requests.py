"""Serve each request with less work.

The server formats a line of an access log that nobody reads (LocalStack writes its own), and parses the type of the content
of each request with a parser for e-mail. Together that was an eighth of what LocalStack does in a grading.
"""

import functools

from twisted.web import http

# Types of content are few; whoever makes up others only fills the cache, which drops the oldest.
TYPES = 256


def apply() -> None:
    http.HTTPFactory.log = lambda self, request: None
    http._parseContentType = functools.lru_cache(TYPES)(http._parseContentType)
