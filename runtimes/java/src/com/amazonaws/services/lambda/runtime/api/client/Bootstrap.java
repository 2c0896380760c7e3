package com.amazonaws.services.lambda.runtime.api.client;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;

import academy.coldstart.functions.LineLogSink;
import academy.coldstart.functions.StackFrames;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.logging.LambdaContextLogger;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.LambdaError;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.LambdaRuntimeApiClient;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.LambdaRuntimeApiClientImpl;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.RapidErrorType;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.ErrorRequest;
import com.amazonaws.services.lambda.runtime.api.client.util.ConcurrencyConfig;
import com.amazonaws.services.lambda.runtime.api.client.util.LambdaOutputStream;
import com.amazonaws.services.lambda.runtime.logging.LogFormat;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.amazonaws.services.lambda.runtime.serialization.util.ReflectUtil;

/**
 * Runs a Java function with AWS's own Runtime API client. Started as: java ... Bootstrap
 * LAYERS, where LAYERS is what Lambda mounts at /opt.
 * <p>
 * It does what {@link AWSLambda#main} does, in the same package, because the client lets
 * nobody else put its parts together, with three differences: layers lie where the
 * argument says and not in /opt; every message that is logged ends with a line break,
 * since ours is a stream of lines and not of frames; and a handler that cannot be loaded
 * is reported during Init, with its frames, instead of by every invocation.
 */
public final class Bootstrap {

	private static final String SLF4J_PROVIDER = "slf4j.provider";

	private static final List<String> LOG4J = List.of("log4j2.xml", "log4j2.json", "log4j2.yaml", "log4j2.properties");

	private Bootstrap() {
	}

	public static void main(String[] arguments) throws Throwable {
		try (LambdaContextLogger logger = new LambdaContextLogger(new LineLogSink(),
				LogLevel.fromString(LambdaEnvironment.LAMBDA_LOG_LEVEL),
				LogFormat.fromString(LambdaEnvironment.LAMBDA_LOG_FORMAT))) {
			LambdaRuntimeApiClient client = new LambdaRuntimeApiClientImpl(LambdaEnvironment.RUNTIME_API);
			prepare(logger, arguments[0]);
			LambdaRequestHandler handler = load(logger, client);
			AWSLambda.startRuntimeLoops(handler, logger, new ConcurrencyConfig(logger), client);
		}
		// The loop ends after an error of the JVM itself, also when threads of the function are still there.
		System.exit(1);
	}

	private static void prepare(LambdaContextLogger logger, String layers) throws Exception {
		System.setOut(new PrintStream(new LambdaOutputStream(System.out), false, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(new LambdaOutputStream(System.err), false, StandardCharsets.UTF_8));
		if (System.getProperty(SLF4J_PROVIDER) == null) {
			boolean configured = LOG4J.stream().anyMatch((name) -> new File(System.getenv("LAMBDA_TASK_ROOT"), name).exists());
			System.setProperty(SLF4J_PROVIDER, configured ? "org.apache.logging.slf4j.SLF4JServiceProvider"
					: "org.slf4j.simple.SimpleServiceProvider");
		}
		ReflectUtil.setStaticField(LambdaRuntime.class, "logger", true, logger);
		CustomerClassLoader loader = new CustomerClassLoader(System.getenv("LAMBDA_TASK_ROOT"), layers + "/java",
				ClassLoader.getSystemClassLoader());
		Field field = AWSLambda.class.getDeclaredField("customerClassLoader");
		field.setAccessible(true);
		field.set(null, loader);
		Thread.currentThread().setContextClassLoader(loader);
	}

	private static LambdaRequestHandler load(LambdaContextLogger logger, LambdaRuntimeApiClient client)
			throws IOException {
		try {
			return find(System.getenv("_HANDLER"), AWSLambda.getCustomerClassLoader());
		}
		catch (UserFault fault) {
			logger.log(fault.reportableError(),
					(logger.getLogFormat() == LogFormat.JSON) ? LogLevel.ERROR : LogLevel.UNDEFINED);
			String type = (fault.exception != null) ? fault.exception : "Runtime." + RapidErrorType.BadFunctionCode;
			client.reportInitError(new LambdaError(new ErrorRequest(fault.msg, type, StackFrames.in(fault.trace)),
					RapidErrorType.BadFunctionCode));
			System.exit(1);
			throw fault;
		}
	}

	private static LambdaRequestHandler find(String handler, ClassLoader loader) {
		HandlerInfo info;
		try {
			info = HandlerInfo.fromString(handler, loader);
		}
		catch (HandlerInfo.InvalidHandlerException ex) {
			throw UserFault.makeUserFault("Invalid handler: `" + handler + "'");
		}
		catch (ClassNotFoundException ex) {
			throw UserFault.makeClassNotFoundUserFault(ex, HandlerInfo.className(handler));
		}
		catch (Throwable ex) {
			throw UserFault.makeInitErrorUserFault(ex, HandlerInfo.className(handler));
		}
		LambdaRequestHandler found = EventHandlerLoader.loadEventHandler(info);
		if (found instanceof LambdaRequestHandler.UserFaultHandler broken) {
			throw broken.fault;
		}
		return found;
	}

}
