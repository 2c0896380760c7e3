package academy.coldstart.engine.container;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import academy.coldstart.engine.EngineLease;
import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.EngineStatus.State;
import academy.coldstart.engine.fleet.Owner;
import academy.coldstart.engine.fleet.SupervisedEngine;
import academy.coldstart.engine.host.RecordingFunctionHost;
import academy.coldstart.engine.host.TestAccount;
import academy.coldstart.engine.installation.Installer;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Ports;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.DockerClientFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sns.SnsClient;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real engine in a container, whose image is built if need be, with an environment
 * host that runs nothing.
 */
@RequiresDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerEngineIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final RecordingFunctionHost functions = new RecordingFunctionHost();

	private final Installer installer = Installer.of(properties(), Path.of(""), System.getenv());

	private final SupervisedEngine engine = new SupervisedEngine(properties(),
			new ContainerBackend(properties(), this.installer, this.functions));

	@BeforeAll
	void prepare() {
		this.engine.prepare();
	}

	@AfterAll
	void stop() throws InterruptedException {
		this.engine.destroy();
		this.functions.close();
		assertThat(this.functions.refused()).isEmpty();
		assertThat(ownContainers()).isEmpty();
	}

	@Test
	void runsFunctionsOnThisMachine() {
		try (TestAccount account = account()) {
			account.createFunction("greeter");
			InvokeResponse response = account.lambda()
				.invoke((request) -> request.functionName("greeter")
					.payload(SdkBytes.fromUtf8String("{\"name\":\"Ada\"}")));
			assertThat(response.functionError()).isNull();
			assertThat(response.payload().asUtf8String()).isEqualTo("{\"name\":\"Ada\"}");
			assertThat(this.engine.status().state()).isEqualTo(State.READY);
		}
	}

	@Test
	void reportsTheCallsThatTheEngineMakesItself() {
		try (TestAccount account = account()) {
			String queue = account.createQueue("news");
			SnsClient sns = account.client(SnsClient.builder());
			String topic = sns.createTopic((request) -> request.name("news")).topicArn();
			sns.subscribe((request) -> request.topicArn(topic).protocol("sqs").endpoint(queue));
			sns.publish((request) -> request.topicArn(topic).message("hello"));
			assertThat(account.receive(queue).body()).contains("hello");
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(this.functions.calls())
					.anyMatch((call) -> call.path("account").asString().equals(account.id())
							&& call.path("operation").asString().equals("SendMessage")));
		}
	}

	@Test
	void keepsTablesOfAccountsApart() {
		try (TestAccount first = account(); TestAccount second = account()) {
			assertThat(first.id()).isNotEqualTo(second.id());
			first.createQueue("orders");
			assertThat(second.sqs().listQueues().queueUrls()).isEmpty();
			assertThat(first.sqs().listQueues().queueUrls()).singleElement()
				.satisfies((url) -> assertThat(url).startsWith(first.endpoint().toString()));
			assertThat(first.client(DynamoDbClient.builder()).listTables().tableNames()).isEmpty();
		}
	}

	@Test
	void givesItsContainerNothingOfThisMachine() {
		try (TestAccount account = account()) {
			assertThat(account.id()).isNotEmpty();
			InspectContainerResponse container = docker().inspectContainerCmd(ownContainers().getFirst().getId())
				.exec();
			assertThat(container.getNetworkSettings().getPorts().getBindings().values())
				.flatMap((bindings) -> List.of(bindings))
				.extracting(Ports.Binding::getHostIp)
				.containsOnly("127.0.0.1");
			assertThat(container.getMounts()).isEmpty();
			assertThat(container.getConfig().getUser()).isEqualTo("localstack");
			assertThat(container.getHostConfig().getCapDrop()).containsExactly(Capability.ALL);
			assertThat(container.getHostConfig().getPrivileged()).isFalse();
		}
	}

	@Test
	void keepsWhatTheBuildWasToldOutOfTheImage() {
		try (TestAccount account = account()) {
			assertThat(account.id()).isNotEmpty();
			String image = ownContainers().getFirst().getImage();
			assertThat(Objects.requireNonNull(docker().inspectImageCmd(image).exec().getConfig()).getEnv())
				.noneMatch((variable) -> variable.startsWith("PIP_"));
		}
	}

	@Test
	void measuresTheMemoryOfLocalStack() {
		try (TestAccount account = account()) {
			assertThat(account.id()).isNotEmpty();
			String container = ownContainers().getFirst().getId();
			assertThat(Processes.residentBytes(docker(), container)).isBetween(100L << 20, 2L << 30);
		}
	}

	@Test
	void comesBackAfterItsContainerWasKilled() throws InterruptedException {
		SupervisedEngine own = new SupervisedEngine(properties(),
				new ContainerBackend(properties(), this.installer, this.functions));
		try {
			List<Container> before = ownContainers();
			EngineLease lost = own.lease(PATIENCE);
			ownContainers().stream()
				.filter((container) -> before.stream().noneMatch((old) -> old.getId().equals(container.getId())))
				.filter((container) -> List.of(container.getPorts())
					.stream()
					.anyMatch((port) -> Integer.valueOf(lost.endpoint().getPort()).equals(port.getPublicPort())))
				.forEach((container) -> docker().killContainerCmd(container.getId()).exec());
			Awaitility.await().atMost(PATIENCE).until(() -> own.status().state() == State.RESTARTING);
			lost.close();
			try (EngineLease next = own.lease(PATIENCE)) {
				assertThat(next.endpoint()).isNotEqualTo(lost.endpoint());
				assertThat(next.info().mode()).isEqualTo("container");
			}
		}
		finally {
			own.destroy();
		}
	}

	@Test
	void removesContainersOfApplicationsThatAreGone() throws IOException {
		try (TestAccount account = account()) {
			assertThat(account.id()).isNotEmpty();
			String image = ownContainers().getFirst().getImage();
			String orphan = sleeping(image, new Owner(ProcessHandle.current().pid(), 1));
			String own = sleeping(image, Owner.current());
			try {
				Leftovers.remove(docker());
				assertThat(docker().listContainersCmd().exec()).extracting(Container::getId)
					.doesNotContain(orphan)
					.contains(own);
			}
			finally {
				docker().removeContainerCmd(own).withForce(true).exec();
			}
		}
	}

	private static String sleeping(String image, Owner owner) {
		Map<String, String> labels = new TreeMap<>(Labels.own());
		labels.put(Labels.OWNER, owner.text());
		String id = docker().createContainerCmd(image).withEntrypoint("sleep", "600").withLabels(labels).exec().getId();
		docker().startContainerCmd(id).exec();
		return id;
	}

	private TestAccount account() {
		return new TestAccount(this.engine.lease(PATIENCE), this.functions);
	}

	private static List<Container> ownContainers() {
		return docker().listContainersCmd().withShowAll(true).withLabelFilter(Labels.own()).exec();
	}

	private static DockerClient docker() {
		return DockerClientFactory.instance().client();
	}

	private static EngineProperties properties() {
		MapConfigurationPropertySource source = new MapConfigurationPropertySource(
				Map.of("coldstart.engine.recycle-after-leases", "1000"));
		return new Binder(source).bindOrCreate("coldstart.engine", Bindable.of(EngineProperties.class));
	}

}
