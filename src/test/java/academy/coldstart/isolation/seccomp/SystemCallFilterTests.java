package academy.coldstart.isolation.seccomp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SystemCallFilterTests {

	private static final int EPERM = 1;

	private static final int ENOMEM = 12;

	private static final int ENOSYS = 38;

	private static final int EAFNOSUPPORT = 97;

	@ParameterizedTest
	@EnumSource
	void decidesEveryCallItNames(Architecture architecture) {
		assertThat(SystemCall.missing()).allSatisfy((call) -> failsWith(architecture, call, ENOSYS));
		assertThat(SystemCall.refused()).hasSizeGreaterThan(80)
			.allSatisfy((call) -> failsWith(architecture, call, EPERM));
		assertThat(SystemCall.judged()).allSatisfy((call) -> assertThat(call.number(architecture)).isPresent());
	}

	private static void failsWith(Architecture architecture, SystemCall call, int error) {
		call.number(architecture)
			.ifPresent((number) -> assertThat(decide(architecture, number)).as(call.name())
				.isEqualTo(FilterMachine.failed(error)));
	}

	@ParameterizedTest
	@EnumSource
	void allowsAllOthers(Architecture architecture) {
		int[] named = Stream.of(SystemCall.missing(), SystemCall.refused(), SystemCall.judged())
			.flatMap(List::stream)
			.flatMapToInt((call) -> call.number(architecture).stream())
			.toArray();
		for (int number = 0; number < 500; number++) {
			int each = number;
			if (Arrays.stream(named).noneMatch((other) -> other == each)) {
				assertThat(decide(architecture, number)).as("call %d", number).isEqualTo(FilterMachine.ALLOWED);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void allowsOnlySocketsThatANetworkNamespaceHoldsBack(Architecture architecture) {
		for (int family = 0; family < 50; family++) {
			boolean known = family == 1 || family == 2 || family == 10 || family == 16;
			assertThat(judge(architecture, "socket", family, 1, 0)).as("family %d", family)
				.isEqualTo(known ? FilterMachine.ALLOWED : FilterMachine.failed(EAFNOSUPPORT));
		}
	}

	@ParameterizedTest
	@EnumSource
	void letsThreadsAndProcessesStartButNoNamespaces(Architecture architecture) {
		assertThat(judge(architecture, "clone", 0x3D0F00)).isEqualTo(FilterMachine.ALLOWED);
		assertThat(judge(architecture, "clone", 17)).isEqualTo(FilterMachine.ALLOWED);
		for (int flag : new int[] { 0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000,
				0x40000000 }) {
			assertThat(judge(architecture, "clone", flag | 17L)).isEqualTo(FilterMachine.failed(EPERM));
		}
	}

	@ParameterizedTest
	@EnumSource
	void refusesMemoryThatNobodyCounts(Architecture architecture) {
		assertThat(judge(architecture, "mmap", 0, 4096, 3, 0x22)).isEqualTo(FilterMachine.ALLOWED);
		assertThat(judge(architecture, "mmap", 0, 4096, 3, 0x01)).isEqualTo(FilterMachine.ALLOWED);
		assertThat(judge(architecture, "mmap", 0, 4096, 3, 0x21)).isEqualTo(FilterMachine.failed(ENOMEM));
		assertThat(judge(architecture, "mmap", 0, 4096, 3, 0x23)).isEqualTo(FilterMachine.failed(ENOMEM));
	}

	@ParameterizedTest
	@EnumSource
	void refusesToTypeIntoATerminal(Architecture architecture) {
		assertThat(judge(architecture, "ioctl", 0, 0x5401)).isEqualTo(FilterMachine.ALLOWED);
		assertThat(judge(architecture, "ioctl", 0, 0x5412)).isEqualTo(FilterMachine.failed(EPERM));
		// The kernel reads the lower half of the number only.
		assertThat(judge(architecture, "ioctl", 0, 0x1_0000_5412L)).isEqualTo(FilterMachine.failed(EPERM));
		assertThat(judge(architecture, "ioctl", 0, 0x541C)).isEqualTo(FilterMachine.failed(EPERM));
	}

	@Test
	void endsAProgramOfAnotherInstructionSet() {
		FilterMachine machine = new FilterMachine(SystemCallFilter.bytes(Architecture.X86_64));
		assertThat(machine.decide(0x40000003, 1)).isEqualTo(FilterMachine.KILLED);
		assertThat(machine.decide(Architecture.AARCH64.audit(), 1)).isEqualTo(FilterMachine.KILLED);
	}

	@Test
	void knowsNoCallsOfTheX32Variant() {
		assertThat(decide(Architecture.X86_64, 0x40000001)).isEqualTo(FilterMachine.failed(ENOSYS));
		assertThat(decide(Architecture.X86_64, 0x40000000 | 101)).isEqualTo(FilterMachine.failed(ENOSYS));
	}

	@Test
	void knowsTwoInstructionSets() {
		assertThat(Architecture.named("amd64")).contains(Architecture.X86_64);
		assertThat(Architecture.named("AARCH64")).contains(Architecture.AARCH64);
		assertThat(Architecture.named("riscv64")).isEmpty();
	}

	private static int judge(Architecture architecture, String call, long... arguments) {
		return decide(architecture, SystemCall.named(call).number(architecture).orElseThrow(), arguments);
	}

	private static int decide(Architecture architecture, int number, long... arguments) {
		return new FilterMachine(SystemCallFilter.bytes(architecture)).decide(architecture.audit(), number,
				Arrays.copyOf(arguments, 6));
	}

}
