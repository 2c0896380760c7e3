package academy.coldstart.grading.deployment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import academy.coldstart.grading.template.Findings;
import academy.coldstart.grading.template.InvalidTemplate;
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

	/** What is made of code and cannot be changed. */
	private static final List<String> OTHER_CODE = List.of("AWS::Lambda::Version", "AWS::Lambda::LayerVersion");

	private final Aws aws;

	private final AwsRules rules;

	/**
	 * Create a deployment.
	 * @param aws the way to the account
	 * @param rules what AWS asks of a template beyond what the engine asks
	 */
	public Deployment(Aws aws, AwsRules rules) {
		this.aws = aws;
		this.rules = rules;
	}

	/**
	 * Deploy.
	 * @param template the template, as it is written
	 * @param files the files that it takes code from
	 * @param parameters the parameters that the grader sets; those the template does not
	 * have are left out
	 * @return the stack
	 * @throws InvalidTemplate when AWS would refuse the template
	 * @throws DeploymentFailed when CloudFormation refuses the template or rolls it back
	 */
	public Stack deploy(Template template, SourceFiles files, Map<String, String> parameters) {
		String bucket = bucket();
		Template form = template.with(EngineForm.of(template.root(), this.aws.account()));
		upload(bucket, CodeUploads.replace(form, files, bucket));
		Map<String, String> used = used(form, parameters);
		var created = create(template, form, used);
		Map<String, String> outputs = created.outputs()
			.stream()
			.collect(Collectors.toMap(Output::outputKey, Output::outputValue));
		Stack stack = new Stack(outputs, resources(form, used, created.stackId()));
		this.rules.check(this.aws, stack, template);
		return stack;
	}

	/**
	 * Give the functions of a stack other code, as {@code UpdateFunctionCode} does: each
	 * changed function gets new execution environments, and everything else stays as it
	 * is.
	 * @param template the template of the stack, as it is written
	 * @param before the files that the stack was deployed with
	 * @param files the files that it takes code from now
	 * @param stack the stack
	 * @return whether that was possible; where layers or versions are made of the code,
	 * only a new stack has it
	 * @throws InvalidTemplate when a function has no code now
	 */
	public boolean updateCode(Template template, SourceFiles before, SourceFiles files, Stack stack) {
		if (OTHER_CODE.stream().anyMatch((type) -> !stack.ofType(type).isEmpty())) {
			return false;
		}
		String bucket = bucket();
		Template old = template.with(EngineForm.of(template.root(), this.aws.account()));
		Template form = template.with(EngineForm.of(template.root(), this.aws.account()));
		Map<String, byte[]> archives = CodeUploads.replace(form, files, bucket);
		archives.keySet().removeAll(CodeUploads.replace(old, before, bucket).keySet());
		upload(bucket, archives);
		new CodeUpdates(this.aws.lambda(), bucket, archives.keySet()).apply(form, stack);
		return true;
	}

	private String bucket() {
		return "coldstart-code-" + this.aws.account();
	}

	private software.amazon.awssdk.services.cloudformation.model.Stack create(Template template, Template form,
			Map<String, String> parameters) {
		// The template is checked while it is deployed: what takes long waits for
		// nothing.
		CompletableFuture<Void> check = CompletableFuture.runAsync(() -> this.rules.check(this.aws, form),
				Thread::startVirtualThread);
		try {
			return new ChangeSet(this.aws.cloudFormation(), template, STACK).create(form.root().toString(), parameters);
		}
		finally {
			// Its words are better than those of the engine, so they come first.
			await(check);
		}
	}

	private static void await(CompletableFuture<Void> check) {
		try {
			check.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private static Map<String, String> used(Template form, Map<String, String> parameters) {
		Map<String, String> used = new HashMap<>();
		Findings findings = new Findings();
		form.root().path("Parameters").properties().forEach((parameter) -> {
			String name = parameter.getKey();
			String value = parameters.get(name);
			if (value != null) {
				used.put(name, value);
			}
			else if (!parameter.getValue().has("Default")) {
				findings.add(name, new InvalidTemplate("parameter-without-value",
						"The parameter %s has no Default, and nobody sets it here. Give it a Default.".formatted(name),
						form.line("Parameters/" + name)));
			}
		});
		findings.refuse();
		return used;
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
