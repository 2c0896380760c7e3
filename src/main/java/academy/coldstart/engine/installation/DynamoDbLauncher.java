package academy.coldstart.engine.installation;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;

/**
 * The main class of the DynamoDB Local that the engine starts, and the agent that
 * LocalStack wants beside it. It is copied into a jar of its own and runs in another JVM,
 * with the classes of DynamoDB Local, which are not on the class path here. DynamoDB
 * Local listens on all interfaces and has no setting for that, so this binds its server
 * to the loopback interface before it starts.
 */
public final class DynamoDbLauncher {

	private static final String RUNNER = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner";

	private DynamoDbLauncher() {
	}

	/**
	 * Do nothing: the agent that LocalStack ships only lifts a limit of DynamoDB Local.
	 * @param arguments not used
	 */
	public static void premain(String arguments) {
	}

	/**
	 * Start DynamoDB Local on the loopback interface.
	 * @param arguments the arguments of DynamoDB Local
	 * @throws ReflectiveOperationException when it is not the version this was made for
	 */
	public static void main(String[] arguments) throws ReflectiveOperationException {
		try {
			Object proxy = Class.forName(RUNNER)
				.getMethod("createServerFromCommandLineArgs", String[].class)
				.invoke(null, (Object) arguments);
			bindToLoopback(proxy);
			proxy.getClass().getMethod("start").invoke(proxy);
			proxy.getClass().getMethod("join").invoke(proxy);
		}
		catch (InvocationTargetException ex) {
			throw new IllegalStateException("DynamoDB Local could not be started", ex.getCause());
		}
	}

	private static void bindToLoopback(Object proxy) throws ReflectiveOperationException {
		Field field = proxy.getClass().getDeclaredField("server");
		field.setAccessible(true);
		Object server = field.get(proxy);
		Object connectors = server.getClass().getMethod("getConnectors").invoke(server);
		for (int i = 0; i < Array.getLength(connectors); i++) {
			Object connector = Array.get(connectors, i);
			connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
		}
	}

}
