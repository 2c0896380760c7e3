package academy.coldstart.recording;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import academy.coldstart.recording.EngineClient.CallerGone;

/**
 * The body that a function sends. What fails here is the function's end of the line.
 */
final class CallerStream extends FilterInputStream {

	CallerStream(InputStream in) {
		super(in);
	}

	@Override
	public int read() throws IOException {
		try {
			return super.read();
		}
		catch (IOException ex) {
			throw new CallerGone(ex);
		}
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		try {
			return super.read(bytes, offset, length);
		}
		catch (IOException ex) {
			throw new CallerGone(ex);
		}
	}

}
