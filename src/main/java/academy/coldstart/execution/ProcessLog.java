package academy.coldstart.execution;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import academy.coldstart.isolation.ConfinedProcess;
import academy.coldstart.trace.LogLine;
import academy.coldstart.trace.LogLine.Source;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Collects what one process writes, line by line, within limits. The streams are polled,
 * not waited for: so all that was written before a request of the runtime is known to be
 * read before the request is answered.
 */
final class ProcessLog implements AutoCloseable {

	private final LogPoller poller;

	private final TraceRecorder recorder;

	private final String environment;

	private final Runnable onExcess;

	private final FunctionLimits limits;

	private final LogCutter out;

	private final LogCutter err;

	private final StringBuilder text = new StringBuilder();

	private final byte[] buffer = new byte[16 * 1024];

	private @Nullable ConfinedProcess process;

	private @Nullable String invocation;

	private int bytes;

	private boolean excessive;

	private boolean closed;

	/**
	 * Create the log of one process.
	 * @param poller looks for what it writes
	 * @param recorder where its lines are recorded
	 * @param environment the id of the environment within the trace
	 * @param limits how much it may write
	 * @param onExcess what to do, once, when it writes too much
	 */
	ProcessLog(LogPoller poller, TraceRecorder recorder, String environment, FunctionLimits limits, Runnable onExcess) {
		this.poller = poller;
		this.recorder = recorder;
		this.environment = environment;
		this.limits = limits;
		this.out = new LogCutter((int) limits.line().toBytes());
		this.err = new LogCutter((int) limits.line().toBytes());
		this.onExcess = onExcess;
	}

	synchronized void attach(ConfinedProcess running) {
		this.process = running;
		pause(false);
	}

	/**
	 * Read all that was written until now.
	 */
	synchronized void drain() {
		if (this.process != null) {
			drain(this.process.standardOutput(), this.out, Source.STDOUT);
			drain(this.process.standardError(), this.err, Source.STDERR);
		}
	}

	/**
	 * Read all that was written until now and end incomplete lines; what follows belongs
	 * to another invocation.
	 * @param next the AWS request id of that, or null outside an invocation
	 */
	synchronized void enter(@Nullable String next) {
		drain();
		add(this.out.flush(), Source.STDOUT);
		add(this.err.flush(), Source.STDERR);
		this.invocation = next;
		if (next != null) {
			this.bytes = 0;
		}
	}

	/**
	 * Stop looking for output, or begin again.
	 * @param pause whether to stop
	 */
	synchronized void pause(boolean pause) {
		if (pause || this.closed) {
			this.poller.remove(this);
		}
		else {
			this.poller.add(this);
		}
	}

	synchronized void platform(String line) {
		record(line, Source.PLATFORM);
	}

	/**
	 * Take the text that was collected since this was last called.
	 * @return the lines
	 */
	synchronized String take() {
		String taken = this.text.toString();
		this.text.setLength(0);
		return taken;
	}

	private void drain(InputStream stream, LogCutter cutter, Source source) {
		try {
			while (!this.excessive && stream.available() > 0) {
				int length = stream.read(this.buffer, 0, Math.min(this.buffer.length, stream.available()));
				if (length < 0) {
					return;
				}
				this.bytes += length;
				add(cutter.add(this.buffer, length), source);
				checkLimits(cutter);
			}
		}
		catch (IOException ex) {
			stop();
		}
	}

	private void checkLimits(LogCutter cutter) {
		if (this.bytes > this.limits.output().toBytes() || cutter.isExcessive()) {
			this.excessive = true;
			String what = cutter.isExcessive() ? "a line of more than " + FunctionLimits.text(this.limits.line())
					: "more than " + FunctionLimits.text(this.limits.output()) + " of output";
			record("The function wrote " + what + " and was stopped.", Source.PLATFORM);
			this.onExcess.run();
		}
	}

	private void add(List<String> lines, Source source) {
		lines.forEach((line) -> record(line, source));
	}

	private void record(String line, Source source) {
		this.recorder.record(new LogLine(this.recorder.nextId('l'), this.environment, this.invocation,
				this.recorder.now(), source, line));
		this.text.append(line).append('\n');
	}

	@Override
	public void close() {
		enter(null);
		stop();
	}

	private synchronized void stop() {
		this.closed = true;
		this.poller.remove(this);
	}

}
