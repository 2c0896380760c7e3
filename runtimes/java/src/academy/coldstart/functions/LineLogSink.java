package academy.coldstart.functions;

import java.util.Arrays;

import com.amazonaws.services.lambda.runtime.api.client.logging.LogSink;
import com.amazonaws.services.lambda.runtime.logging.LogFormat;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;

/**
 * Writes each message of the Lambda logger to standard output as a line. On Lambda each
 * message is an event of its own, with or without a line break at its end.
 */
public final class LineLogSink implements LogSink {

	@Override
	public void log(byte[] message) {
		byte[] line = message;
		if (message.length == 0 || message[message.length - 1] != '\n') {
			line = Arrays.copyOf(message, message.length + 1);
			line[message.length] = '\n';
		}
		System.out.write(line, 0, line.length);
	}

	@Override
	public void log(LogLevel level, LogFormat format, byte[] message) {
		log(message);
	}

	@Override
	public void close() {
	}

}
