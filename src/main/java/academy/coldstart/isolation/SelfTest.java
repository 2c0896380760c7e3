package academy.coldstart.isolation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import academy.coldstart.isolation.seccomp.Architecture;
import academy.coldstart.isolation.seccomp.SystemCall;
import academy.coldstart.process.Command;

/**
 * Attacks the sandbox from inside before anybody relies on it, on the way that learner
 * programs are started on.
 */
final class SelfTest {

	private static final Limits LIMITS = new Limits(128L * 1024 * 1024, 64L * 1024 * 1024, 32, 256, 1024 * 1024, 1000);

	private static final int PATIENCE_SECONDS = 30;

	private final SandboxParts parts;

	private final Architecture architecture;

	SelfTest(SandboxParts parts, Architecture architecture) {
		this.parts = parts;
		this.architecture = architecture;
	}

	/**
	 * Run it. Takes a fraction of a second.
	 * @return why the sandbox does not hold, with what to do, or empty when it holds
	 */
	Optional<String> obstacle() {
		Path directory = this.parts.files().newSockets();
		try (ServerSocket open = listen(); ServerSocket closed = listen()) {
			Path secret = Files.writeString(directory.resolve("secret"), "secret");
			Path scratch = Files.createDirectory(directory.resolve("scratch"));
			URI way = URI.create("http://127.0.0.1:" + open.getLocalPort());
			List<Probe> probes = probes(secret, open.getLocalPort(), closed.getLocalPort());
			try (Cell cell = new SandboxCell(new Confinement(scratch, List.of(), Map.of(), List.of(way), LIMITS),
					this.parts)) {
				return run(cell, probes);
			}
		}
		catch (IOException | RuntimeException ex) {
			return Optional.of("The sandbox could not be tried: " + ex.getMessage());
		}
		finally {
			Directories.delete(directory);
		}
	}

	private static ServerSocket listen() throws IOException {
		return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
	}

	private Optional<String> run(Cell cell, List<Probe> probes) throws IOException {
		List<String> line = new ArrayList<>(this.parts.init().line(BubblewrapLine.KIT));
		line.add("--probe");
		probes.forEach((probe) -> line.add(probe.attempt()));
		ConfinedProcess process = cell.start(new Command(line, Path.of("/"), Map.of("PATH", "/usr/bin:/bin")));
		process.exit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally((ex) -> {
			process.kill();
			return -1;
		}).join();
		List<String> answers = text(process.standardOutput()).lines().map(String::strip).toList();
		if (answers.size() != probes.size()) {
			return Optional.of(SandboxAdvice.explain(text(process.standardError())));
		}
		return judge(probes, answers);
	}

	private static Optional<String> judge(List<Probe> probes, List<String> answers) {
		for (int i = 0; i < probes.size(); i++) {
			Probe probe = probes.get(i);
			if (!probe.success().test(answers.get(i))) {
				return Optional.of("The sandbox does not hold on this machine: " + probe.meaning() + " ("
						+ probe.attempt() + ": " + answers.get(i) + ").");
			}
		}
		return Optional.empty();
	}

	private static String text(java.io.InputStream stream) throws IOException {
		return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
	}

	private List<Probe> probes(Path secret, int open, int closed) {
		return List.of(Probe.answers("user", "1000", "programs do not run as the user of the sandbox"),
				Probe.answers("status:CapEff:", "0000000000000000", "programs have capabilities"),
				Probe.answers("status:NoNewPrivs:", "1", "programs can gain privileges"),
				Probe.answers("status:Seccomp:", "2", "system calls are not filtered"),
				Probe.answers("variable:" + PlainCell.MARK, "unset", "variables of the platform are seen inside"),
				Probe.refused("read:/proc/1/environ", "the first process can be read"),
				new Probe("processes:", (answer) -> Integer.parseInt(answer) <= 3, "processes of the machine are seen"),
				Probe.refused("read:" + secret, "files of the platform can be read"),
				Probe.refused("read:/etc/shadow", "files of the machine can be read"),
				Probe.refused("connect:" + closed, "other services of the machine can be reached"),
				Probe.allowed("connect:" + open, "the way to the platform is blocked"),
				Probe.allowed("create:/tmp/file", "no temporary file can be written"),
				Probe.refused("create:/file", "files can be written outside of /tmp"),
				Probe.refused("create:/dev/file", "files can be written outside of /tmp"),
				Probe.refused("create:" + BubblewrapLine.KIT + "/init", "files of the platform can be replaced"),
				Probe.refused("write:/proc/sys/kernel/core_pattern", "settings of the kernel can be changed"),
				call("socket", "40:1:0", "sockets to the host of a virtual machine can be opened"),
				call("unshare", "268435456", "namespaces can be made"),
				call("mmap", "0:4096:3:33:-1:0", "memory can be shared without being counted"),
				call("ptrace", "0:0:0:0", "processes can be traced"),
				call("keyctl", "0:-3:1", "keys of the kernel can be used"),
				call("memfd_create", "0:0", "memory can be held in files"));
	}

	private Probe call(String call, String arguments, String meaning) {
		int number = SystemCall.named(call).number(this.architecture).orElseThrow();
		return Probe.refused("call:" + number + ":" + arguments, meaning);
	}

}
