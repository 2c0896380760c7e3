"""Read the policies that AWS manages once, and not for each new account.

There are more than a thousand. Reading them takes about 65 ms of the only processor that LocalStack uses, and each seed of
a grading has an account of its own.
"""

import copy

from localstack.utils.patch import patch
from moto.iam.models import IAMBackend

known = {}


def apply() -> None:
    @patch(IAMBackend._init_aws_policies)
    def policies(read, self):
        if self.partition not in known:
            known[self.partition] = read(self)
        return [_of_account(policy, self.account_id) for policy in known[self.partition]]


def _of_account(policy, account_id):
    # Nobody can change their versions; how often they are attached is counted for each account.
    own = copy.copy(policy)
    own.account_id = account_id
    own.versions = list(policy.versions)
    own.tags = dict(policy.tags)
    return own
