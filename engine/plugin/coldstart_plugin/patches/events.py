"""Do not lose asynchronous events when a function is updated.

The stock poller of the version that is replaced goes on for up to two seconds. An event that
it receives in that time is dropped, and seen again only after the function timeout and a minute.
"""

import time

from localstack.services.lambda_.invocation import event_manager
from localstack.services.lambda_.invocation.event_manager import LOG, Poller


def apply() -> None:
    Poller.run = run


def run(self, *args, **kwargs) -> None:
    version = self.version_manager.function_version
    client = event_manager.get_sqs_client(version)
    while not self._shutdown_event.is_set():
        try:
            response = client.receive_message(
                QueueUrl=self.event_queue_url,
                WaitTimeSeconds=2,
                MaxNumberOfMessages=10,
                VisibilityTimeout=version.config.timeout + 60,
            )
            for message in response.get("Messages") or []:
                _handle(self, client, message)
        except Exception as e:
            if not self._shutdown_event.is_set():
                LOG.error("Error while polling lambda events for %s: %s", version.qualified_arn, e)
                time.sleep(1)


def _handle(self, client, message) -> None:
    try:
        if not self._shutdown_event.is_set():
            self.invoker_pool.submit(self.handle_message, message)
            return
    except RuntimeError:
        LOG.debug("The poller was stopped meanwhile.")
    queue = client.queue_manager.get_queue(self.event_queue_url)
    queue.update_visibility_timeout(message["ReceiptHandle"], 0)
