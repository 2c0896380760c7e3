package academy.coldstart.isolation.seccomp;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The system calls that the filter says something about, with their numbers as the
 * headers of Linux list them (asm/unistd_64.h and asm-generic/unistd.h). All others are
 * allowed.
 */
public enum SystemCall {

	// MISSING: the C library and the runtimes go on without these
	CLONE3(435, 435, Verdict.MISSING),

	MEMFD_CREATE(319, 279, Verdict.MISSING),

	MEMFD_SECRET(447, 447, Verdict.MISSING),

	IO_URING_SETUP(425, 425, Verdict.MISSING),

	IO_URING_ENTER(426, 426, Verdict.MISSING),

	IO_URING_REGISTER(427, 427, Verdict.MISSING),

	// REFUSED: other processes
	PTRACE(101, 117, Verdict.REFUSED),

	PROCESS_VM_READV(310, 270, Verdict.REFUSED),

	PROCESS_VM_WRITEV(311, 271, Verdict.REFUSED),

	PROCESS_MADVISE(440, 440, Verdict.REFUSED),

	PROCESS_MRELEASE(448, 448, Verdict.REFUSED),

	KCMP(312, 272, Verdict.REFUSED),

	PIDFD_GETFD(438, 438, Verdict.REFUSED),

	// REFUSED: mounts and namespaces
	MOUNT(165, 40, Verdict.REFUSED),

	UMOUNT2(166, 39, Verdict.REFUSED),

	PIVOT_ROOT(155, 41, Verdict.REFUSED),

	CHROOT(161, 51, Verdict.REFUSED),

	UNSHARE(272, 97, Verdict.REFUSED),

	SETNS(308, 268, Verdict.REFUSED),

	OPEN_TREE(428, 428, Verdict.REFUSED),

	OPEN_TREE_ATTR(467, 467, Verdict.REFUSED),

	MOVE_MOUNT(429, 429, Verdict.REFUSED),

	FSOPEN(430, 430, Verdict.REFUSED),

	FSCONFIG(431, 431, Verdict.REFUSED),

	FSMOUNT(432, 432, Verdict.REFUSED),

	FSPICK(433, 433, Verdict.REFUSED),

	MOUNT_SETATTR(442, 442, Verdict.REFUSED),

	STATMOUNT(457, 457, Verdict.REFUSED),

	LISTMOUNT(458, 458, Verdict.REFUSED),

	// REFUSED: large parts of the kernel that functions have no use for
	BPF(321, 280, Verdict.REFUSED),

	PERF_EVENT_OPEN(298, 241, Verdict.REFUSED),

	USERFAULTFD(323, 282, Verdict.REFUSED),

	ADD_KEY(248, 217, Verdict.REFUSED),

	REQUEST_KEY(249, 218, Verdict.REFUSED),

	KEYCTL(250, 219, Verdict.REFUSED),

	NAME_TO_HANDLE_AT(303, 264, Verdict.REFUSED),

	OPEN_BY_HANDLE_AT(304, 265, Verdict.REFUSED),

	FANOTIFY_INIT(300, 262, Verdict.REFUSED),

	FANOTIFY_MARK(301, 263, Verdict.REFUSED),

	LOOKUP_DCOOKIE(212, 18, Verdict.REFUSED),

	PERSONALITY(135, 92, Verdict.REFUSED),

	MODIFY_LDT(154, -1, Verdict.REFUSED),

	IOPL(172, -1, Verdict.REFUSED),

	IOPERM(173, -1, Verdict.REFUSED),

	// REFUSED: the machine
	INIT_MODULE(175, 105, Verdict.REFUSED),

	FINIT_MODULE(313, 273, Verdict.REFUSED),

	DELETE_MODULE(176, 106, Verdict.REFUSED),

	KEXEC_LOAD(246, 104, Verdict.REFUSED),

	KEXEC_FILE_LOAD(320, 294, Verdict.REFUSED),

	REBOOT(169, 142, Verdict.REFUSED),

	SWAPON(167, 224, Verdict.REFUSED),

	SWAPOFF(168, 225, Verdict.REFUSED),

	ACCT(163, 89, Verdict.REFUSED),

	SYSLOG(103, 116, Verdict.REFUSED),

	QUOTACTL(179, 60, Verdict.REFUSED),

	QUOTACTL_FD(443, 443, Verdict.REFUSED),

	SETHOSTNAME(170, 161, Verdict.REFUSED),

	SETDOMAINNAME(171, 162, Verdict.REFUSED),

	VHANGUP(153, 58, Verdict.REFUSED),

	SETTIMEOFDAY(164, 170, Verdict.REFUSED),

	CLOCK_SETTIME(227, 112, Verdict.REFUSED),

	CLOCK_ADJTIME(305, 266, Verdict.REFUSED),

	ADJTIMEX(159, 171, Verdict.REFUSED),

	MKNOD(133, -1, Verdict.REFUSED),

	MKNODAT(259, 33, Verdict.REFUSED),

	USELIB(134, -1, Verdict.REFUSED),

	USTAT(136, -1, Verdict.REFUSED),

	SYSFS(139, -1, Verdict.REFUSED),

	NFSSERVCTL(180, 42, Verdict.REFUSED),

	// REFUSED: memory that the limits do not see
	MBIND(237, 235, Verdict.REFUSED),

	SET_MEMPOLICY(238, 237, Verdict.REFUSED),

	GET_MEMPOLICY(239, 236, Verdict.REFUSED),

	MIGRATE_PAGES(256, 238, Verdict.REFUSED),

	MOVE_PAGES(279, 239, Verdict.REFUSED),

	SET_MEMPOLICY_HOME_NODE(450, 450, Verdict.REFUSED),

	SHMGET(29, 194, Verdict.REFUSED),

	SHMAT(30, 196, Verdict.REFUSED),

	SHMCTL(31, 195, Verdict.REFUSED),

	SHMDT(67, 197, Verdict.REFUSED),

	SEMGET(64, 190, Verdict.REFUSED),

	SEMOP(65, 193, Verdict.REFUSED),

	SEMCTL(66, 191, Verdict.REFUSED),

	SEMTIMEDOP(220, 192, Verdict.REFUSED),

	MSGGET(68, 186, Verdict.REFUSED),

	MSGSND(69, 189, Verdict.REFUSED),

	MSGRCV(70, 188, Verdict.REFUSED),

	MSGCTL(71, 187, Verdict.REFUSED),

	MQ_OPEN(240, 180, Verdict.REFUSED),

	MQ_UNLINK(241, 181, Verdict.REFUSED),

	MQ_TIMEDSEND(242, 182, Verdict.REFUSED),

	MQ_TIMEDRECEIVE(243, 183, Verdict.REFUSED),

	MQ_NOTIFY(244, 184, Verdict.REFUSED),

	MQ_GETSETATTR(245, 185, Verdict.REFUSED),

	// JUDGED: looked at more closely
	CLONE(56, 220, Verdict.JUDGED),

	SOCKET(41, 198, Verdict.JUDGED),

	IOCTL(16, 29, Verdict.JUDGED),

	MMAP(9, 222, Verdict.JUDGED);

	private final int intel;

	private final int arm;

	private final Verdict verdict;

	SystemCall(int intel, int arm, Verdict verdict) {
		this.intel = intel;
		this.arm = arm;
		this.verdict = verdict;
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

	Verdict verdict() {
		return this.verdict;
	}

	static List<SystemCall> with(Verdict verdict) {
		return Arrays.stream(values()).filter((call) -> call.verdict == verdict).toList();
	}

	/**
	 * What becomes of a call.
	 */
	enum Verdict {

		/** It fails as on a kernel that does not have it (ENOSYS). */
		MISSING,

		/** It fails for lack of permission (EPERM). */
		REFUSED,

		/** Its arguments decide. */
		JUDGED

	}

}
