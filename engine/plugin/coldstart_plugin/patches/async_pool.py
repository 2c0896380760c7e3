"""Let many asynchronous events of a function be handled at once.

The stock pool of a version has as many threads as Python's default, six on two cores: a
function without a limit would look like one with reserved concurrency.
"""

from concurrent.futures import ThreadPoolExecutor

from localstack.services.lambda_.invocation.event_manager import Poller

# The account's limit on AWS is 1,000. Each execution environment is a process of this machine.
PARALLEL_EVENTS = 256


def apply() -> None:
    Poller.__init__ = _widened(Poller.__init__)


def _widened(original):
    def initialize(self, version_manager, event_queue_url):
        original(self, version_manager, event_queue_url)
        function = version_manager.function_version.id
        self.invoker_pool = ThreadPoolExecutor(
            max_workers=PARALLEL_EVENTS,
            thread_name_prefix=f"lambda-invoker-{function.function_name}:{function.qualifier}",
        )

    return initialize
