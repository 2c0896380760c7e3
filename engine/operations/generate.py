"""Writes the table of AWS API operations that the recording proxy reads.

Run by hand, in an environment that has the botocore release that the engine pins:

    python generate.py > ../../src/main/resources/academy/coldstart/recording/operations.tsv

A service line:    service, name, signing name, protocols, JSON version, target prefix, API version
An operation line: name, method, URI, required query and headers, resource, identifiers, flags

Resource and identifiers are paths of input members as they travel on the wire:
`a.b` a member, `a[]` each element, `a.*` each value of a map, `a.{}` each key of a map;
alternatives are parted by `|`, the best first. In front of a path stands `$` for a label of the path, `?` for the query string and `^` for a header.
"""

import re
import sys

import botocore
from botocore.loaders import Loader
from botocore.model import ServiceModel

BOTOCORE = "1.42.54"

SERVICES = """
acm apigateway apigatewayv2 appconfig appconfigdata application-autoscaling cloudformation cloudwatch codedeploy
config dynamodb dynamodbstreams ec2 es events firehose iam kinesis kms lambda logs opensearch pipes redshift
resource-groups resourcegroupstaggingapi route53 route53resolver s3 s3control scheduler secretsmanager ses sns sqs
ssm stepfunctions sts support swf transcribe xray
""".split()

# Services whose older protocol the engine still answers, although the model no longer names it.
MORE_PROTOCOLS = {"sqs": ["query"]}

# The members that say what a call touches, the best first. The first that an operation has is taken.
RESOURCE = {
    "apigateway": "restApiId domainName",
    "apigatewayv2": "ApiId DomainName",
    "appconfig": "ApplicationId Name",
    "appconfigdata": "ApplicationIdentifier",
    "application-autoscaling": "ResourceId ResourceARN",
    "cloudformation": "StackName StackSetName ChangeSetName TypeName StackId",
    "cloudwatch": "AlarmName AlarmNames[] DashboardName DashboardNames[] Namespace MetricName",
    "codedeploy": "deploymentGroupName applicationName deploymentConfigName deploymentId",
    "dynamodb": "TableName SourceTableName TargetTableName RequestItems.{} TransactItems[].*.TableName GlobalTableName "
    "ResourceArn TableArn BackupArn ExportArn",
    "dynamodbstreams": "StreamArn TableName",
    "events": "Entries[].EventBusName Rule Name ArchiveName ReplayName EventBusName",
    "firehose": "DeliveryStreamName",
    "iam": "RoleName PolicyArn PolicyName UserName GroupName InstanceProfileName PolicySourceArn",
    "kinesis": "StreamName StreamARN ResourceARN ConsumerARN",
    "kms": "KeyId AliasName TargetKeyId",
    "lambda": "FunctionName LayerName EventSourceArn UUID Resource",
    "logs": "logGroupName logGroupIdentifier logGroupNames[] logGroupIdentifiers[] logGroupNamePrefix resourceArn",
    "pipes": "Name",
    "s3": "Bucket",
    "s3control": "Bucket Name",
    "scheduler": "Name GroupName",
    "secretsmanager": "SecretId Name SecretIdList[]",
    "ses": "Source Identity TemplateName",
    "sns": "TopicArn TargetArn PhoneNumber Name SubscriptionArn ResourceArn",
    "sqs": "QueueUrl QueueName SourceArn",
    "ssm": "Name Names[] Path DocumentName ResourceId",
    "stepfunctions": "stateMachineArn executionArn activityArn name",
    "sts": "RoleArn AccessKeyId",
}

# Members that name something of an account, besides the resource itself.
IDENTIFIER = re.compile(
    r"(Arn|ARN|arn|Arns|ARNs|arns|Role|role|QueueUrl|AccountId|AccountID|accountId|AccountIds|accountIds"
    r"|AWSAccountIds|ExpectedBucketOwner|ExpectedSourceBucketOwner|SourceAccount|SourceOwner|SourceIdentifier"
    r"|CopySource|Endpoint|Resource|Identifier|Identifiers)$"
)
# Looks like it, but is the caller's own data or says who may call.
NOT_IDENTIFIER = {
    ("lambda", "AddPermission", "?SourceAccount"),
    ("lambda", "AddPermission", "SourceAccount"),
    ("lambda", "AddPermission", "SourceArn"),
    ("sqs", "AddPermission", "AWSAccountIds[]"),
    ("sns", "AddPermission", "AWSAccountId[]"),
}

DATA_SHAPES = {"AttributeValue", "Document", "JsonValue"}
MAX_DEPTH = 6


class Paths:
    """The string members of an operation's input, by their path on the wire."""

    def __init__(self, service, operation):
        self.service, self.operation, self.protocol = service, operation, service.metadata["protocol"]
        self.found = []
        shape = operation.input_shape
        if shape is None:
            return
        payload = shape.serialization.get("payload")
        for name, member in shape.members.items():
            location = member.serialization.get("location")
            wire = member.serialization.get("name", name)
            if location == "uri":
                self.add("$" + wire, name, member)
            elif location == "querystring":
                self.add("?" + wire, name, member)
            elif location == "header":
                self.add("^" + wire.lower(), name, member)
            elif location is None and name == payload:
                self.structure("", member, ())
            elif location is None and payload is None:
                self.walk(self.wire(name, member), name, member, ())

    def wire(self, name, member):
        if self.protocol == "ec2":
            query_name = member.serialization.get("queryName")
            wire = member.serialization.get("name")
            return query_name or (wire[0].upper() + wire[1:] if wire else name[0].upper() + name[1:])
        return member.serialization.get("name", name)

    def structure(self, prefix, shape, seen):
        if shape.type_name == "structure":
            for name, member in shape.members.items():
                self.walk(prefix + self.wire(name, member), name, member, seen)

    def walk(self, path, name, shape, seen):
        if shape.name in seen or shape.name in DATA_SHAPES or len(seen) > MAX_DEPTH:
            return
        seen = (*seen, shape.name)
        if shape.type_name == "structure":
            self.structure(path + ".", shape, seen)
        elif shape.type_name == "list":
            element = shape.member.serialization.get("name")
            flat = self.protocol == "query" and shape.serialization.get("flattened") and element
            parent = path.rpartition(".")[0]
            listed = (parent + "." if parent else "") + element if flat else path
            self.walk(listed + "[]", name, shape.member, seen)
        elif shape.type_name == "map":
            self.add(path + ".{}", name, shape.key)
            self.walk(path + ".*", name, shape.value, seen)
        else:
            self.add(path, name, shape)

    def add(self, path, name, shape):
        if shape.type_name == "list":
            shape, path = shape.member, path
        if shape.type_name == "string" and not shape.enum:
            self.found.append((path, name))

    def resource(self, wanted):
        """Alternatives, the best first, each with one path or more."""
        groups, bare = [], {re.sub(r"^[$?^]", "", p).lower(): p for p, _ in reversed(self.found)}
        for pattern in wanted:
            regex = re.compile(re.escape(pattern.lower()).replace(r"\*", r"[^.\[]+"))
            matches = [p for b, p in bare.items() if regex.fullmatch(b)]
            by_name = [p for p, n in self.found if n.lower() == pattern.lower() and re.match(r"^[$?^][^.\[]+$", p)]
            groups.append(by_name[:1] or matches)
        return [group for group in groups if group]

    def identifiers(self, resource):
        chosen = []
        for path, name in self.found:
            known = any(path in group for group in resource)
            key = (self.service.service_name, self.operation.name, path)
            tail = re.sub(r"(\[\]|\.\*|\.\{\})+$", "", path).rpartition(".")[2].lstrip("$?^")
            if not known and key not in NOT_IDENTIFIER and not path.endswith("{}"):
                if IDENTIFIER.search(name) or IDENTIFIER.search(tail):
                    chosen.append(path)
        return chosen


def required(service, operation):
    """The query and headers that tell S3 operations with the same path apart."""
    if service.service_name != "s3" or operation.input_shape is None:
        return []
    shape = operation.input_shape
    marks = {"querystring": "?", "header": "^"}
    return [
        marks[m.serialization["location"]] + m.serialization["name"].lower()
        if m.serialization["location"] == "header" else "?" + m.serialization["name"]
        for n, m in shape.members.items()
        if n in shape.required_members and m.serialization.get("location") in marks
    ]


def flags(service, operation):
    found = []
    shape = operation.input_shape
    payload = shape and shape.serialization.get("payload")
    if payload and shape.members[payload].type_name in ("blob", "string"):
        found.append("raw")
    if service.service_name == "s3" and operation.has_streaming_input:
        found.append("upload")
    if operation.has_event_stream_output or service.service_name == "s3" and operation.has_streaming_output:
        found.append("download")
    return found


def protocols(service):
    declared = list(service.metadata.get("protocols") or [service.metadata["protocol"]])
    return [p.replace("smithy-rpc-v2-cbor", "cbor") for p in declared + MORE_PROTOCOLS.get(service.service_name, [])]


def write(service):
    md = service.metadata
    target = md.get("targetPrefix", "")
    print("\t".join(["service", service.service_name, service.signing_name, ",".join(protocols(service)),
                     md.get("jsonVersion", "") if target else "", target, md.get("apiVersion", "")]))
    for name in sorted(service.operation_names):
        operation = service.operation_model(name)
        if service.service_name == "s3" and operation.deprecated:
            continue  # has the same URI as its successor
        paths = Paths(service, operation)
        wanted = RESOURCE.get(service.service_name, "").split()
        resource = paths.resource(wanted)
        uri, _, query = operation.http["requestUri"].partition("?")
        discriminators = ["?" + q for q in query.split("&") if q] + required(service, operation)
        print("\t".join([name, operation.http["method"], uri, " ".join(discriminators), "|".join(" ".join(group) for group in resource),
                         " ".join(paths.identifiers(resource)), " ".join(flags(service, operation))]))


def main():
    if botocore.__version__ != BOTOCORE:
        sys.exit(f"This table is made from botocore {BOTOCORE}, but {botocore.__version__} is installed.")
    print(f"# AWS API operations, generated by engine/operations/generate.py from botocore {BOTOCORE}. Do not edit.")
    loader = Loader()
    for name in SERVICES:
        write(ServiceModel(loader.load_service_model(name, "service-2"), name))


if __name__ == "__main__":
    main()
