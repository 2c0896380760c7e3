package academy.coldstart.isolation.seccomp;

import java.util.Locale;
import java.util.Optional;

/**
 * An instruction set for which the filter is known. Each has numbers of its own for the
 * system calls, so on any other the filter would be wrong, and there is none.
 */
public enum Architecture {

	/** 64-bit Intel and AMD. */
	X86_64(0xC000003E),

	/** 64-bit ARM. */
	AARCH64(0xC00000B7);

	private final int audit;

	Architecture(int audit) {
		this.audit = audit;
	}

	/**
	 * Return the instruction set of this machine.
	 * @return it, or empty when the filter does not know it
	 */
	public static Optional<Architecture> ofThisMachine() {
		return named(System.getProperty("os.arch", ""));
	}

	static Optional<Architecture> named(String name) {
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "amd64", "x86_64" -> Optional.of(X86_64);
			case "aarch64", "arm64" -> Optional.of(AARCH64);
			default -> Optional.empty();
		};
	}

	/**
	 * Return the constant that the kernel names it by (linux/audit.h).
	 * @return {@code AUDIT_ARCH_…}
	 */
	int audit() {
		return this.audit;
	}

}
