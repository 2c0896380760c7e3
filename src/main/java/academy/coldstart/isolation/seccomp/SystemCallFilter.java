package academy.coldstart.isolation.seccomp;

/**
 * The filter of system calls that learner programs run under. It takes away what no
 * function needs and what the other layers of the sandbox do not confine: sockets that a
 * network namespace does not hold back, memory that no limit counts, ways to more
 * namespaces, and calls into rarely used parts of the kernel.
 */
public final class SystemCallFilter {

	private static final int EPERM = 1;

	private static final int ENOMEM = 12;

	private static final int ENOSYS = 38;

	private static final int EAFNOSUPPORT = 97;

	/** Numbers from here on are those of the x32 variant of x86-64. */
	private static final int X32 = 0x40000000;

	/** CLONE_NEWNS, CGROUP, UTS, IPC, USER, PID and NET. */
	private static final int NEW_NAMESPACES = 0x7E020000;

	/** AF_UNIX, AF_INET, AF_INET6 and AF_NETLINK. */
	private static final int[] SOCKET_FAMILIES = { 1, 2, 10, 16 };

	/** TIOCSTI and TIOCLINUX write into the input of a terminal. */
	private static final int[] TERMINAL_INPUT = { 0x5412, 0x541C };

	/** MAP_SHARED and MAP_ANONYMOUS together. */
	private static final int SHARED_AND_ANONYMOUS = 0x21;

	private final Architecture architecture;

	private final FilterProgram program = new FilterProgram();

	private SystemCallFilter(Architecture architecture) {
		this.architecture = architecture;
	}

	/**
	 * Write the filter.
	 * @param architecture the instruction set of the machine
	 * @return the bytes that {@code bwrap --seccomp} reads
	 */
	public static byte[] bytes(Architecture architecture) {
		return new SystemCallFilter(architecture).write();
	}

	private byte[] write() {
		this.program.loadArchitecture().ifEqualSkip(this.architecture.audit(), 1).kill().loadNumber();
		if (this.architecture == Architecture.X86_64) {
			this.program.unlessAtLeastSkip(X32, 1).fail(ENOSYS);
		}
		SystemCall.missing().forEach((call) -> fail(call, ENOSYS));
		SystemCall.refused().forEach((call) -> fail(call, EPERM));
		SystemCall.judged().forEach(this::judge);
		return this.program.allow().bytes();
	}

	private void fail(SystemCall call, int error) {
		call.number(this.architecture).ifPresent((number) -> this.program.unlessEqualSkip(number, 1).fail(error));
	}

	private void judge(SystemCall call) {
		int number = call.number(this.architecture).orElseThrow();
		switch (call.name()) {
			case "clone" -> this.program.unlessEqualSkip(number, 4)
				.loadArgument(0)
				.unlessAnyBitSkip(NEW_NAMESPACES, 1)
				.fail(EPERM)
				.loadNumber();
			case "socket" -> this.program.unlessEqualSkip(number, 7)
				.loadArgument(0)
				.ifEqualSkip(SOCKET_FAMILIES[0], 4)
				.ifEqualSkip(SOCKET_FAMILIES[1], 3)
				.ifEqualSkip(SOCKET_FAMILIES[2], 2)
				.ifEqualSkip(SOCKET_FAMILIES[3], 1)
				.fail(EAFNOSUPPORT)
				.loadNumber();
			case "ioctl" -> this.program.unlessEqualSkip(number, 5)
				.loadArgument(1)
				.ifEqualSkip(TERMINAL_INPUT[0], 1)
				.unlessEqualSkip(TERMINAL_INPUT[1], 1)
				.fail(EPERM)
				.loadNumber();
			case "mmap" -> this.program.unlessEqualSkip(number, 5)
				.loadArgument(3)
				.and(SHARED_AND_ANONYMOUS)
				.unlessEqualSkip(SHARED_AND_ANONYMOUS, 1)
				.fail(ENOMEM)
				.loadNumber();
			default -> throw new IllegalStateException("No rule for " + call);
		}
	}

}
