package academy.coldstart.isolation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A connection that is carried on. What ends in order on one side ends in order on the
 * other: only half of the connection is closed. What breaks is closed whole at once, from
 * which the first process of the sandbox knows that it was reset.
 */
final class BridgedConnection {

	private static final int BUFFER = 32 * 1024;

	private BridgedConnection() {
	}

	/**
	 * Carry bytes both ways until both have ended or one breaks.
	 * @param inside the side of the sandbox
	 * @param outside the other side
	 * @throws IOException when a side breaks
	 */
	static void carry(SocketChannel inside, SocketChannel outside) throws IOException {
		Thread back = Thread.ofVirtual().name("sandbox-answers").start(() -> {
			try {
				copy(outside, inside);
			}
			catch (IOException ex) {
				reset(inside, outside);
			}
		});
		try {
			copy(inside, outside);
			back.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			reset(inside, outside);
		}
	}

	private static void copy(SocketChannel from, SocketChannel to) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
		while (from.read(buffer) >= 0) {
			buffer.flip();
			while (buffer.hasRemaining()) {
				to.write(buffer);
			}
			buffer.clear();
		}
		to.shutdownOutput();
	}

	private static void reset(SocketChannel first, SocketChannel second) {
		try {
			first.close();
			second.close();
		}
		catch (IOException ex) {
			// It is closed.
		}
	}

}
