package academy.coldstart.isolation.seccomp;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A system call that the filter says something about, with its numbers as the headers of
 * Linux list them (asm/unistd_64.h and asm-generic/unistd.h). All others are allowed.
 *
 * @param name its name
 * @param intel its number on x86-64, or -1
 * @param arm its number on 64-bit ARM, or -1
 */
public record SystemCall(String name, int intel, int arm) {

	/** The C library and the runtimes go on as on a kernel that does not have these. */
	private static final String MISSING = """
			clone3 435 435, memfd_create 319 279, memfd_secret 447 447, io_uring_setup 425 425,
			io_uring_enter 426 426, io_uring_register 427 427
			""";

	/**
	 * Other processes, mounts and namespaces, large parts of the kernel, settings of the
	 * machine, and memory that no limit counts.
	 */
	private static final String REFUSED = """
			ptrace 101 117, process_vm_readv 310 270, process_vm_writev 311 271, process_madvise 440 440,
			process_mrelease 448 448, kcmp 312 272, pidfd_getfd 438 438, mount 165 40, umount2 166 39,
			pivot_root 155 41, chroot 161 51, unshare 272 97, setns 308 268, open_tree 428 428,
			open_tree_attr 467 467, move_mount 429 429, fsopen 430 430, fsconfig 431 431, fsmount 432 432,
			fspick 433 433, mount_setattr 442 442, statmount 457 457, listmount 458 458, bpf 321 280,
			perf_event_open 298 241, userfaultfd 323 282, add_key 248 217, request_key 249 218, keyctl 250 219,
			name_to_handle_at 303 264, open_by_handle_at 304 265, fanotify_init 300 262, fanotify_mark 301 263,
			lookup_dcookie 212 18, personality 135 92, modify_ldt 154 -, iopl 172 -, ioperm 173 -,
			init_module 175 105, finit_module 313 273, delete_module 176 106, kexec_load 246 104,
			kexec_file_load 320 294, reboot 169 142, swapon 167 224, swapoff 168 225, acct 163 89,
			syslog 103 116, quotactl 179 60, quotactl_fd 443 443, sethostname 170 161, setdomainname 171 162,
			vhangup 153 58, settimeofday 164 170, clock_settime 227 112, clock_adjtime 305 266,
			adjtimex 159 171, mknod 133 -, mknodat 259 33, uselib 134 -, ustat 136 -, sysfs 139 -,
			nfsservctl 180 42, mbind 237 235, set_mempolicy 238 237, get_mempolicy 239 236,
			migrate_pages 256 238, move_pages 279 239, set_mempolicy_home_node 450 450, shmget 29 194,
			shmat 30 196, shmctl 31 195, shmdt 67 197, semget 64 190, semop 65 193, semctl 66 191,
			semtimedop 220 192, msgget 68 186, msgsnd 69 189, msgrcv 70 188, msgctl 71 187, mq_open 240 180,
			mq_unlink 241 181, mq_timedsend 242 182, mq_timedreceive 243 183, mq_notify 244 184,
			mq_getsetattr 245 185
			""";

	/** Their arguments decide. */
	private static final String JUDGED = """
			clone 56 220, socket 41 198, ioctl 16 29, mmap 9 222
			""";

	/**
	 * Return one of those that the filter says something about.
	 * @param name its name
	 * @return the call
	 * @throws IllegalArgumentException when the filter says nothing about it
	 */
	public static SystemCall named(String name) {
		return List.of(missing(), refused(), judged())
			.stream()
			.flatMap(List::stream)
			.filter((call) -> call.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("The filter says nothing about " + name));
	}

	static List<SystemCall> missing() {
		return parse(MISSING);
	}

	static List<SystemCall> refused() {
		return parse(REFUSED);
	}

	static List<SystemCall> judged() {
		return parse(JUDGED);
	}

	private static List<SystemCall> parse(String table) {
		return Arrays.stream(table.strip().split(",\\s*", -1)).map((entry) -> {
			String[] parts = entry.split(" ", -1);
			return new SystemCall(parts[0], number(parts[1]), number(parts[2]));
		}).toList();
	}

	private static int number(String text) {
		return text.equals("-") ? -1 : Integer.parseInt(text);
	}

	/**
	 * Return its number.
	 * @param architecture the instruction set
	 * @return the number, or empty when that instruction set does not have it
	 */
	public OptionalInt number(Architecture architecture) {
		int number = switch (architecture) {
			case X86_64 -> this.intel;
			case AARCH64 -> this.arm;
		};
		return (number < 0) ? OptionalInt.empty() : OptionalInt.of(number);
	}

}
