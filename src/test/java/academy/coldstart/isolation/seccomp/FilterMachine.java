package academy.coldstart.isolation.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Executes a filter as the kernel does, so that the filter of any instruction set can be
 * asked on any machine.
 */
final class FilterMachine {

	static final int ALLOWED = 0x7FFF0000;

	static final int KILLED = 0x80000000;

	private final byte[] program;

	FilterMachine(byte[] program) {
		this.program = program.clone();
	}

	static int failed(int error) {
		return 0x00050000 | error;
	}

	int decide(int architecture, int number, long... arguments) {
		ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
		data.putInt(number).putInt(architecture).putLong(0);
		for (long argument : arguments) {
			data.putLong(argument);
		}
		ByteBuffer code = ByteBuffer.wrap(this.program).order(ByteOrder.nativeOrder());
		int accumulator = 0;
		for (int at = 0; at < this.program.length / 8; at++) {
			int operation = code.getShort(at * 8);
			int ifTrue = Byte.toUnsignedInt(code.get(at * 8 + 2));
			int ifFalse = Byte.toUnsignedInt(code.get(at * 8 + 3));
			int value = code.getInt(at * 8 + 4);
			switch (operation) {
				case 0x20 -> accumulator = data.getInt(value);
				case 0x54 -> accumulator &= value;
				case 0x15 -> at += (accumulator == value) ? ifTrue : ifFalse;
				case 0x35 -> at += (Integer.compareUnsigned(accumulator, value) >= 0) ? ifTrue : ifFalse;
				case 0x45 -> at += ((accumulator & value) != 0) ? ifTrue : ifFalse;
				case 0x06 -> {
					return value;
				}
				default -> throw new IllegalStateException("Operation " + operation);
			}
		}
		throw new IllegalStateException("The filter ends without a decision");
	}

}
