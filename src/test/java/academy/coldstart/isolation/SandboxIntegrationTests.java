package academy.coldstart.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import academy.coldstart.process.Command;
import academy.coldstart.process.Signals;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxIntegrationTests {

	private static final long MEBIBYTE = 1024L * 1024;

	private static final Limits LIMITS = new Limits(128 * MEBIBYTE, 64 * MEBIBYTE, 30, 64, 4 * MEBIBYTE, 2000);

	private final Map<Path, Path> placed = new HashMap<>();

	@TempDir
	private Path directory = Path.of("/");

	private SandboxIsolation isolation = Sandboxes.open(62000);

	private Path readable = Path.of("/");

	private Path scratch = Path.of("/");

	SandboxIsolation openSandbox() {
		return Sandboxes.open(62000);
	}

	@BeforeAll
	void replaceSandbox() {
		this.isolation.close();
		this.isolation = openSandbox();
	}

	@AfterAll
	void close() {
		this.isolation.close();
	}

	@BeforeEach
	void makeDirectories() throws IOException {
		this.scratch = Files.createDirectory(this.directory.resolve("scratch"));
		this.readable = Files.createDirectory(this.directory.resolve("readable"));
		Files.writeString(this.readable.resolve("note"), "hello");
		this.placed.clear();
		this.placed.put(Path.of("/var/task"), this.readable);
	}

	@Test
	void holdsAgainstItsOwnAttacks() {
		assertThat(this.isolation.unavailable()).isEmpty();
		assertThat(this.isolation.protection().holdsStrangers()).isTrue();
	}

	@Test
	void runsAProgramThatSeesWhatItMayRead() {
		assertThat(shell(
				"cat /var/task/note " + this.readable + "/note; echo x > /tmp/y; cat /tmp/y; id -u; pwd; hostname"))
			.isEqualTo("hellohellox\n1000\n/var/task\nsandbox\n");
		assertThat(this.scratch).doesNotExist();
	}

	@Test
	void neverRunsAsRootOutside() {
		try (Cell cell = open(List.of())) {
			start(cell, List.of("/bin/sleep", "600"), Map.of());
			Awaitility.await().until(() -> states(cell).size() >= 3);
			Set<Long> users = Set
				.copyOf(members(cell).stream().map((entry) -> ProcessTable.userOf(entry.pid())).toList());
			assertThat(users).doesNotContain(0L).hasSize(1);
		}
	}

	@Test
	void showsNothingOfTheMachine() {
		assertThat(shell("ls -a / /home /root /run /sys /var /srv 2>&1; cat /etc/passwd; ls /proc | grep -c '^[0-9]'"))
			.contains("sandbox:x:1000")
			.doesNotContain("daemon:")
			.contains("cannot access '/home'", "cannot access '/root'", "cannot access '/run'", "cannot access '/sys'");
	}

	@Test
	void givesVariablesToTheProgramAlone() {
		String text = shell("tr '\\0' '\\n' < /proc/self/environ; cat /proc/1/environ /proc/1/cmdline; ls /proc/1/fd");
		assertThat(text).contains("COLOR=blue").doesNotContain(PlainCell.MARK);
		assertThat(text.lines()).hasSizeLessThan(8);
	}

	@Test
	void doesNotLetAVariableReachTheProgramsBeforeTheLearners() {
		ConfinedProcess process;
		try (Cell cell = open(List.of())) {
			process = start(cell, List.of("/bin/sh", "-c", "echo $LD_PRELOAD"), Map.of("LD_PRELOAD", "/nowhere.so"));
			assertThat(text(process.standardError()).lines().filter((line) -> line.contains("/nowhere.so"))).hasSize(1);
		}
	}

	@Test
	void passesOnlyThreeFilesOn() {
		assertThat(shell("ls /proc/self/fd | wc -l")).isEqualTo("4\n");
	}

	@Test
	void cannotReplaceWhatItRuns() {
		assertThat(python("""
				import os
				for path in ["/var/task/note", "/usr/bin/python3", "/sbx/kit/init", "/etc/passwd", "/x", "/dev/x",
				             "/dev/shm/x", "/sbx/run/x", "/var/x", "/opt/x"]:
				    for change in (lambda: open(path, "a"), lambda: os.rename("/tmp/a", path), lambda: os.remove(path),
				                   lambda: os.symlink("/tmp/a", path)):
				        open("/tmp/a", "w").close()
				        try:
				            change()
				            print("changed", path)
				        except OSError:
				            pass
				print("done")
				""")).isEqualTo("done\n");
	}

	@Test
	void cannotLeaveItsNetwork() throws IOException {
		try (ServerSocket canary = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			String text = python("""
					import socket
					for address in [("127.0.0.1", %d), ("10.0.0.1", 80), ("169.254.169.254", 80), ("192.0.2.1", 53)]:
					    try:
					        socket.create_connection(address, 2)
					        print("connected", address)
					    except OSError as error:
					        print(error.errno)
					try:
					    socket.getaddrinfo("example.com", 80)
					    print("resolved")
					except OSError:
					    pass
					for family in range(50):
					    try:
					        socket.socket(family, socket.SOCK_DGRAM)
					        print("family", family)
					    except OSError:
					        pass
					""".formatted(canary.getLocalPort()));
			assertThat(text.lines()).startsWith("111", "101", "101", "101")
				.filteredOn((line) -> !line.matches("\\d+"))
				.containsExactlyInAnyOrder("family 1", "family 2", "family 10", "family 16");
		}
	}

	@Test
	void cannotUseDangerousCalls() {
		assertThat(
				python("""
						import ctypes, errno, os
						libc = ctypes.CDLL(None, use_errno=True)
						def call(name, *arguments):
						    ctypes.set_errno(0)
						    result = libc.syscall(*arguments)
						    print(name, errno.errorcode.get(ctypes.get_errno(), "allowed") if result < 0 else "allowed")
						x86 = os.uname().machine == "x86_64"
						for name, intel, arm in [("ptrace", 101, 117), ("unshare", 272, 97), ("setns", 308, 268), ("mount", 165, 40),
						                         ("bpf", 321, 280), ("keyctl", 250, 219), ("perf", 298, 241),
						                         ("userfaultfd", 323, 282), ("personality", 135, 92)]:
						    call(name, intel if x86 else arm, 0, 0, 0, 0, 0)
						call("clone", 56 if x86 else 220, 0x10000000 | 17, 0, 0, 0, 0)
						call("memfd", 319 if x86 else 279, b"x", 0)
						call("io_uring", 425, 1, 0)
						for change in (lambda: os.setuid(0), lambda: os.chroot("/tmp"), lambda: os.mknod("/tmp/d", 0o60600, 2049)):
						    try:
						        change()
						        print("allowed")
						    except OSError:
						        print("refused")
						""")
					.lines()
					.map((line) -> line.substring(line.indexOf(' ') + 1)))
			.hasSize(15)
			.containsOnly("EPERM", "ENOSYS", "refused");
	}

	@Test
	void cannotHarmTheFirstProcess() {
		assertThat(python("""
				import os, signal
				for number in (signal.SIGKILL, signal.SIGSTOP):
				    try:
				        os.kill(1, number)
				    except OSError:
				        pass
				print(open("/proc/1/stat").read().split()[2] in "SR")
				for path in ("/proc/1/mem", "/proc/1/environ", "/proc/1/root/etc", "/proc/sys/kernel/core_pattern",
				             "/proc/sysrq-trigger"):
				    try:
				        open(path, "r+b")
				        print("opened", path)
				    except OSError:
				        pass
				""")).isEqualTo("True\n");
	}

	@Test
	void carriesConnectionsToTheAddressesItMayReach() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> answer(server));
			String text = python("""
					import socket
					peer = socket.create_connection(("127.0.0.1", %d), 10)
					peer.sendall(b"x" * 3000000)
					peer.shutdown(socket.SHUT_WR)
					received = b""
					while True:
					    data = peer.recv(65536)
					    if not data:
					        break
					    received += data
					print(len(received), received[:1])
					""".formatted(server.getLocalPort()), URI.create("http://127.0.0.1:" + server.getLocalPort()));
			assertThat(text).isEqualTo("3000000 b'y'\n");
		}
	}

	@Test
	void carriesThatAConnectionWasReset() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> reset(server));
			assertThat(python("""
					import socket
					peer = socket.create_connection(("127.0.0.1", %d), 10)
					peer.sendall(b"x")
					try:
					    print(peer.recv(10))
					except ConnectionResetError:
					    print("reset")
					""".formatted(server.getLocalPort()), URI.create("http://127.0.0.1:" + server.getLocalPort())))
				.isEqualTo("reset\n");
		}
	}

	@Test
	void carriesWhatWasSentBeforeTheEnd() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort());
			try (Cell cell = open(List.of(uri))) {
				start(cell, List.of("/usr/bin/python3", "-c", """
						import os, socket
						peer = socket.create_connection(("127.0.0.1", %d), 10)
						peer.sendall(b"x" * 5000)
						os._exit(0)
						""".formatted(server.getLocalPort())), Map.of());
				try (Socket peer = server.accept()) {
					assertThat(peer.getInputStream().readAllBytes()).hasSize(5000);
				}
			}
		}
	}

	@Test
	void givesBackHowTheProgramEnded() {
		assertThat(code("exit 7")).isEqualTo(7);
		assertThat(code("kill -SEGV $$")).isEqualTo(139);
		assertThat(code("kill -KILL $$")).isEqualTo(137);
		assertThat(code("(sleep 600 &) ; (setsid sleep 600 &) ; exit 0")).isZero();
	}

	@Test
	void tellsAProgramThatWasNeverStartedFromOneThatEnded() {
		try (Cell cell = open(List.of())) {
			ConfinedProcess process = cell
				.start(new Command(List.of("/bin/true"), Path.of("/nowhere"), Map.of("PATH", "/usr/bin:/bin")));
			assertThat(process.exit()).failsWithin(java.time.Duration.ofMinutes(1))
				.withThrowableThat()
				.withMessageContaining("could not be started: it ended with exit code 125");
		}
	}

	@Test
	void pausesEveryProcess() {
		try (Cell cell = open(List.of())) {
			ConfinedProcess process = start(cell, List.of("/bin/sh", "-c",
					"setsid sh -c 'while true; do sleep 0.01; done' & (setsid sleep 600 &); while true; do sleep 0.01; done"),
					Map.of());
			Awaitility.await().until(() -> states(cell).size() >= 5);
			process.freeze();
			Awaitility.await().untilAsserted(() -> assertThat(programStates(cell)).isNotEmpty().containsOnly("T"));
			process.resume();
			Awaitility.await().untilAsserted(() -> assertThat(programStates(cell)).doesNotContain("T"));
		}
	}

	@Test
	void endsForkBombs() {
		// With little memory, a control group may end them before anybody has counted.
		Limits roomy = new Limits(1024 * MEBIBYTE, 64 * MEBIBYTE, 30, 64, 4 * MEBIBYTE, 2000);
		assertThat(breach("""
				import os
				while True:
				    try:
				        os.fork()
				    except OSError:
				        pass
				""", roomy)).isEqualTo(Breach.PROCESSES);
	}

	@Test
	void endsFilesAndMemoryWithoutEnd() {
		assertThat(breach("""
				number = 0
				while True:
				    open(f"/tmp/{number}", "w").close()
				    number += 1
				""")).isEqualTo(Breach.SCRATCH);
		assertThat(breach("""
				import time
				blocks = []
				while True:
				    blocks.append(bytearray(b"x") * 1000000)
				    time.sleep(0.002)
				""")).isEqualTo(Breach.MEMORY);
	}

	@Test
	void endsWhatFillsMemoryFasterThanAnybodyLooks() {
		Limits roomy = new Limits(64 * MEBIBYTE, 1024 * MEBIBYTE, 30, 64, 4 * MEBIBYTE, 2000);
		try (Cell cell = this.isolation.open(new Confinement(this.scratch, List.of(), this.placed, List.of(), roomy))) {
			ConfinedProcess process = start(cell, List.of("/usr/bin/python3", "-c", "b'x' * 900000000"), Map.of());
			assertThat(process.exit().join()).isEqualTo(137);
			assertThat(process.breach()).isCompletedWithValue(Breach.MEMORY);
		}
	}

	@Test
	void limitsWhatTheSystemCounts() {
		assertThat(
				python("""
						import mmap, os, resource
						print(resource.getrlimit(resource.RLIMIT_CORE), resource.getrlimit(resource.RLIMIT_NOFILE))
						try:
						    bytearray(1 << 30)
						    print("allocated")
						except MemoryError:
						    print("no memory")
						for shared in (lambda: mmap.mmap(-1, 1 << 20), lambda: mmap.mmap(os.open("/dev/zero", os.O_RDWR), 1 << 20)):
						    try:
						        shared()
						        print("shared")
						    except OSError:
						        print("not shared")
						try:
						    open("/tmp/big", "wb").write(b"x" * (5 << 20))
						    print("written")
						except OSError as error:
						    print(error.strerror)
						""")
					.lines())
			.containsExactly("(0, 0) (64, 64)", "no memory", "not shared", "not shared", "File too large");
	}

	@Test
	void leavesNothingAfterItIsClosed() {
		Cell cell = open(List.of());
		start(cell, List.of("/bin/sh", "-c",
				"trap '' TERM; for i in 1 2 3; do setsid sleep 600 & done; (setsid sh -c 'sleep 600 & sleep 600' &); sleep 600"),
				Map.of());
		Awaitility.await().until(() -> states(cell).size() >= 7);
		List<ProcessEntry> before = members(cell);
		cell.close();
		assertThat(before).allSatisfy((entry) -> assertThat(
				ProcessTable.entryOf(entry.pid()).filter((now) -> now.startTicks() == entry.startTicks()))
			.isEmpty());
		assertThat(this.scratch).doesNotExist();
	}

	@Test
	void placesLayersBesideAKitThatLiesBelowThem() throws IOException {
		Path kit = Files.createDirectories(this.directory.resolve("opt/kit"));
		Files.writeString(kit.resolve("sdk"), "sdk");
		Path opt = this.directory.resolve("opt");
		this.placed.put(opt, this.readable);
		try (Cell cell = this.isolation
			.open(new Confinement(this.scratch, List.of(kit), this.placed, List.of(), LIMITS))) {
			assertThat(text(start(cell, List.of("/bin/cat", opt + "/note", kit + "/sdk"), Map.of()).standardOutput()))
				.isEqualTo("hellosdk");
		}
	}

	@Test
	void readsDirectoriesThatAreClosedToOthersWhenItIsRoot() throws IOException {
		org.assertj.core.api.Assumptions.assumeThat(Signals.userId()).isZero();
		Path closed = Files.createDirectory(this.directory.resolve("closed"));
		Path kit = Files.createDirectory(closed.resolve("kit"));
		Files.writeString(kit.resolve("sdk"), "sdk");
		SandboxFiles.open(closed, "rwx------");
		try (Cell cell = this.isolation
			.open(new Confinement(this.scratch, List.of(kit), this.placed, List.of(), LIMITS))) {
			assertThat(text(start(cell, List.of("/bin/cat", kit + "/sdk"), Map.of()).standardOutput()))
				.isEqualTo("sdk");
		}
	}

	private static void answer(ServerSocket server) {
		try (Socket peer = server.accept()) {
			int length = peer.getInputStream().readAllBytes().length;
			peer.getOutputStream().write("y".repeat(length).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void reset(ServerSocket server) {
		try (Socket peer = server.accept()) {
			peer.getInputStream().read();
			peer.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Breach breach(String program) {
		return breach(program, LIMITS);
	}

	private Breach breach(String program, Limits limits) {
		try {
			Files.createDirectories(this.scratch);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		try (Cell cell = this.isolation
			.open(new Confinement(this.scratch, List.of(this.readable), this.placed, List.of(), limits))) {
			ConfinedProcess process = start(cell, List.of("/usr/bin/python3", "-c", program), Map.of());
			Awaitility.await().atMost(java.time.Duration.ofSeconds(60)).until(() -> process.breach().isDone());
			Awaitility.await().until(() -> states(cell).isEmpty());
			return process.breach().join();
		}
	}

	private int code(String script) {
		try {
			Files.createDirectories(this.scratch);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		try (Cell cell = open(List.of())) {
			return start(cell, List.of("/bin/sh", "-c", script), Map.of()).exit().join();
		}
	}

	private String shell(String script) {
		return run(List.of("/bin/sh", "-c", script));
	}

	private String python(String program, URI... reachable) {
		return run(List.of("/usr/bin/python3", "-c", program), reachable);
	}

	private String run(List<String> line, URI... reachable) {
		try (Cell cell = open(List.of(reachable))) {
			ConfinedProcess process = start(cell, line, Map.of("COLOR", "blue"));
			return text(process.standardOutput()) + text(process.standardError());
		}
	}

	private static String text(java.io.InputStream stream) {
		try {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Cell open(List<URI> reachable) {
		return this.isolation
			.open(new Confinement(this.scratch, List.of(this.readable), this.placed, reachable, LIMITS));
	}

	private ConfinedProcess start(Cell cell, List<String> line, Map<String, String> more) {
		Map<String, String> variables = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));
		variables.putAll(more);
		return cell.start(new Command(line, Path.of("/var/task"), variables));
	}

	private static List<ProcessEntry> members(Cell cell) {
		return ((SandboxCell) cell).members();
	}

	private static List<String> states(Cell cell) {
		return members(cell).stream().map((entry) -> state(entry.pid())).filter((state) -> !state.isEmpty()).toList();
	}

	private static List<String> programStates(Cell cell) {
		return members(cell).stream()
			.filter((entry) -> !ProcessTable.nameOf(entry.pid()).equals("bwrap"))
			.map((entry) -> state(entry.pid()))
			.filter((state) -> !state.isEmpty())
			.toList();
	}

	private static String state(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
			return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
