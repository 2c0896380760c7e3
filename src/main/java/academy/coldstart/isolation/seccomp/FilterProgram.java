package academy.coldstart.isolation.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts together a program for the packet filter of the kernel, which decides about system
 * calls (docs.kernel.org/userspace-api/seccomp_filter.html). Jumps only lead forward, and
 * at most 255 instructions far.
 */
final class FilterProgram {

	private static final int LOAD = 0x20;

	private static final int AND = 0x54;

	private static final int JUMP_IF_EQUAL = 0x15;

	private static final int JUMP_IF_AT_LEAST = 0x35;

	private static final int JUMP_IF_ANY_BIT = 0x45;

	private static final int RETURN = 0x06;

	private static final int RETURN_ALLOW = 0x7FFF0000;

	private static final int RETURN_ERROR = 0x00050000;

	private static final int RETURN_KILL = 0x80000000;

	/** Where {@code struct seccomp_data} has what is loaded. */
	private static final int NUMBER = 0;

	private static final int ARCHITECTURE = 4;

	private static final int ARGUMENTS = 16;

	private final List<Instruction> instructions = new ArrayList<>();

	FilterProgram loadNumber() {
		return add(LOAD, 0, 0, NUMBER);
	}

	FilterProgram loadArchitecture() {
		return add(LOAD, 0, 0, ARCHITECTURE);
	}

	/**
	 * Load the lower half of an argument; both instruction sets have it first.
	 * @param index which argument, from 0
	 * @return this
	 */
	FilterProgram loadArgument(int index) {
		return add(LOAD, 0, 0, ARGUMENTS + 8 * index);
	}

	FilterProgram and(int mask) {
		return add(AND, 0, 0, mask);
	}

	FilterProgram unlessEqualSkip(int value, int skipped) {
		return add(JUMP_IF_EQUAL, 0, skipped, value);
	}

	FilterProgram ifEqualSkip(int value, int skipped) {
		return add(JUMP_IF_EQUAL, skipped, 0, value);
	}

	FilterProgram unlessAtLeastSkip(int value, int skipped) {
		return add(JUMP_IF_AT_LEAST, 0, skipped, value);
	}

	FilterProgram unlessAnyBitSkip(int bits, int skipped) {
		return add(JUMP_IF_ANY_BIT, 0, skipped, bits);
	}

	FilterProgram allow() {
		return add(RETURN, 0, 0, RETURN_ALLOW);
	}

	FilterProgram fail(int error) {
		return add(RETURN, 0, 0, RETURN_ERROR | error);
	}

	FilterProgram kill() {
		return add(RETURN, 0, 0, RETURN_KILL);
	}

	private FilterProgram add(int code, int ifTrue, int ifFalse, int value) {
		if (ifTrue > 255 || ifFalse > 255) {
			throw new IllegalArgumentException("A jump leads too far");
		}
		this.instructions.add(new Instruction((short) code, (byte) ifTrue, (byte) ifFalse, value));
		return this;
	}

	/**
	 * Return the program as the kernel reads it.
	 * @return eight bytes an instruction ({@code struct sock_filter})
	 */
	byte[] bytes() {
		ByteBuffer buffer = ByteBuffer.allocate(this.instructions.size() * 8).order(ByteOrder.nativeOrder());
		for (Instruction each : this.instructions) {
			buffer.putShort(each.code()).put(each.ifTrue()).put(each.ifFalse()).putInt(each.value());
		}
		return buffer.array();
	}

	private record Instruction(short code, byte ifTrue, byte ifFalse, int value) {
	}

}
