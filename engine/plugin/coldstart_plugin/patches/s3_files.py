"""Keep the objects of S3 in the folder of this LocalStack.

The stock engine has one folder in /tmp for every LocalStack of a machine. A second user may not write there, all
users may read there, nobody tidies it up, and whoever deletes a bucket deletes the files of any other engine's bucket
of that name.
"""

from localstack.services.s3.storage.ephemeral import EphemeralS3ObjectStore


def apply() -> None:
    EphemeralS3ObjectStore.__init__ = _in_own_folder(EphemeralS3ObjectStore.__init__)


def _in_own_folder(original):
    def initialize(self, root_directory=None):
        # Without a folder it makes one below TMPDIR, which is below the root folder.
        original(self)

    return initialize
