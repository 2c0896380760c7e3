package academy.coldstart.grading.deployment;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import academy.coldstart.grading.template.Resolver;
import academy.coldstart.grading.template.Template;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/**
 * Deploys files and a template to an account.
 */
public final class Deployment {

	private static final String STACK = "exercise";

	private final Aws aws;

	/**
	 * Create a deployment.
	 * @param aws the way to the account
	 */
	public Deployment(Aws aws) {
		this.aws = aws;
	}

	/**
	 * Deploy.
	 * @param template the template, as it is written
	 * @param files the files that it takes code from
	 * @param parameters the parameters that the grader sets; those the template does not
	 * have are left out
	 * @return the stack
	 * @throws DeploymentFailed when CloudFormation refuses the template or rolls it back
	 */
	public Stack deploy(Template template, SourceFiles files, Map<String, String> parameters) {
		String bucket = "coldstart-code-" + this.aws.account();
		Template form = template.with(EngineForm.of(template.root(), this.aws.account()));
		upload(bucket, CodeUploads.replace(form, files, bucket));
		Map<String, String> used = parameters.entrySet()
			.stream()
			.filter((entry) -> form.root().path("Parameters").has(entry.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		var created = new ChangeSet(this.aws.cloudFormation(), template, STACK).create(form.root().toString(), used);
		Map<String, String> outputs = created.outputs()
			.stream()
			.collect(Collectors.toMap(Output::outputKey, Output::outputValue));
		return new Stack(outputs, resources(form, used, created.stackId()));
	}

	private void upload(String bucket, Map<String, byte[]> archives) {
		if (archives.isEmpty()) {
			return;
		}
		this.aws.s3().createBucket((request) -> request.bucket(bucket));
		archives.forEach((key, archive) -> this.aws.s3()
			.putObject((request) -> request.bucket(bucket).key(key), RequestBody.fromBytes(archive)));
	}

	private SortedMap<String, StackResource> resources(Template form, Map<String, String> parameters, String stackId) {
		Map<String, StackResourceSummary> summaries = this.aws.cloudFormation()
			.listStackResourcesPaginator((request) -> request.stackName(STACK))
			.stackResourceSummaries()
			.stream()
			.filter((summary) -> summary.physicalResourceId() != null)
			.collect(Collectors.toMap(StackResourceSummary::logicalResourceId, (summary) -> summary));
		Resolver resolver = new Resolver(form, known(parameters, stackId, summaries));
		SortedMap<String, StackResource> resources = new TreeMap<>();
		summaries.forEach((id, summary) -> resources.put(id,
				new StackResource(id, summary.resourceType(), summary.physicalResourceId(), resolver.properties(id))));
		return resources;
	}

	private Map<String, String> known(Map<String, String> parameters, String stackId,
			Map<String, StackResourceSummary> summaries) {
		Map<String, String> known = new HashMap<>();
		summaries.forEach((id, summary) -> known.put(id, summary.physicalResourceId()));
		known.put("AWS::AccountId", this.aws.account());
		known.put("AWS::Region", Aws.REGION.id());
		known.put("AWS::Partition", "aws");
		known.put("AWS::URLSuffix", "amazonaws.com");
		known.put("AWS::StackName", STACK);
		known.put("AWS::StackId", stackId);
		known.putAll(parameters);
		return known;
	}

}
