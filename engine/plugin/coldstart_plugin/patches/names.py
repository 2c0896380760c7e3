"""Reach S3 under "localhost"; the stock name must be looked up on the internet."""

from localstack.utils.aws import aws_stack


def apply() -> None:
    aws_stack.CACHE_S3_HOSTNAME_DNS_STATUS = False
