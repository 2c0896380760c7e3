package academy.coldstart.grading.endstate;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import academy.coldstart.endstate.EndState;
import academy.coldstart.endstate.ResourceState;
import academy.coldstart.endstate.UnreadState.Kind;
import academy.coldstart.endstate.UnreadState.Reason;
import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * Reads the tables, queues and buckets of a stack when its run has ended: with the
 * grader's own way to AWS, without changing anything, and in limited time. Only what the
 * stack itself has is read, so that nothing of another account or of the platform is.
 */
public final class EndStateReader {

	/** How many resources of a stack are read. */
	static final int RESOURCES = 40;

	/** How long reading may take. */
	static final Duration LIMIT = Duration.ofSeconds(2);

	private static final Logger log = LoggerFactory.getLogger(EndStateReader.class);

	private static final Map<String, Kind> KINDS = Map.of("AWS::DynamoDB::Table", Kind.TABLE,
			"AWS::DynamoDB::GlobalTable", Kind.TABLE, "AWS::SQS::Queue", Kind.QUEUE, "AWS::S3::Bucket", Kind.BUCKET);

	/** Queues change by themselves, so they are read first. */
	private static final List<Kind> ORDER = List.of(Kind.QUEUE, Kind.TABLE, Kind.BUCKET);

	private final Aws aws;

	private final QueueContents queues;

	private final Duration limit;

	/**
	 * Create a reader for an account.
	 * @param aws the grader's way to the account
	 * @param http the client
	 * @param endpoint the trusted address of the engine
	 */
	public EndStateReader(Aws aws, SdkHttpClient http, URI endpoint) {
		this(aws, new QueueContents(http, endpoint, Aws.REGION.id(), aws.account()), LIMIT);
	}

	EndStateReader(Aws aws, QueueContents queues, Duration limit) {
		this.aws = aws;
		this.queues = queues;
		this.limit = limit;
	}

	/**
	 * Read. What cannot be read in time is named as such.
	 * @param seed the seed of the run
	 * @param stack the stack
	 * @return the state, never an exception
	 */
	public EndState read(long seed, Stack stack) {
		List<StackResource> resources = stack.resources()
			.values()
			.stream()
			.filter((resource) -> KINDS.containsKey(resource.type()))
			.sorted(Comparator.comparingInt((resource) -> ORDER.indexOf(kind(resource))))
			.toList();
		if (resources.isEmpty()) {
			return EndState.of(seed, List.of());
		}
		Gathered gathered = new Gathered(resources);
		FutureTask<Boolean> reading = new FutureTask<>(() -> read(resources, gathered), true);
		long began = System.nanoTime();
		Thread.ofVirtual().name("end-state").start(reading);
		EndState state = EndState.of(seed, gathered.states(await(reading)));
		reading.cancel(true);
		log.debug("state at the end seed={} resources={} ms={}", seed, resources.size(),
				(System.nanoTime() - began) / 1_000_000);
		return state;
	}

	// Says why what is not there when this returns was not read.
	private Reason await(FutureTask<Boolean> reading) {
		try {
			reading.get(this.limit.toMillis(), TimeUnit.MILLISECONDS);
			return Reason.FAILED;
		}
		catch (TimeoutException ex) {
			log.warn("state at the end was not read in time");
			return Reason.LATE;
		}
		catch (ExecutionException ex) {
			log.warn("state at the end could not be read", ex);
			return Reason.FAILED;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Reason.LATE;
		}
	}

	private void read(List<StackResource> resources, Gathered gathered) {
		Budget budget = new Budget();
		for (StackResource resource : resources.subList(0, Math.min(RESOURCES, resources.size()))) {
			if (Thread.currentThread().isInterrupted()) {
				return;
			}
			gathered.add(read(resource, budget));
		}
		resources.stream()
			.skip(RESOURCES)
			.forEach((resource) -> gathered.add(Gathered.unread(resource, Reason.LEFT_OUT)));
	}

	private ResourceState read(StackResource resource, Budget budget) {
		String logicalId = resource.logicalId();
		String id = resource.physicalId();
		try {
			return switch (kind(resource)) {
				case TABLE -> new TableReader(this.aws.dynamoDb(), budget).read(logicalId, id);
				case QUEUE -> new QueueReader(this.aws.sqs(), this.queues, budget).read(logicalId, id);
				case BUCKET -> new BucketReader(this.aws.s3(), budget).read(logicalId, id);
			};
		}
		catch (ResourceNotFoundException | QueueDoesNotExistException | NoSuchBucketException ex) {
			return Gathered.unread(resource, Reason.GONE);
		}
		catch (RuntimeException | IOException ex) {
			log.debug("state at the end of one resource could not be read type={}", resource.type(), ex);
			return Gathered.unread(resource, Reason.FAILED);
		}
	}

	static Kind kind(StackResource resource) {
		return Objects.requireNonNull(KINDS.get(resource.type()));
	}

}
