package academy.coldstart.loopback;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Connections on which the target of a request has to be a path: not a whole address, not
 * {@code host:port}, not {@code *}.
 */
final class PathOnlyConnectionFactory extends HttpConnectionFactory {

	PathOnlyConnectionFactory(HttpConfiguration configuration) {
		super(configuration);
	}

	@Override
	public Connection newConnection(Connector connector, EndPoint endPoint) {
		HttpConnection connection = new PathOnlyConnection(getHttpConfiguration(), connector, endPoint);
		return configure(connection, connector, endPoint);
	}

	private static final class PathOnlyConnection extends HttpConnection {

		PathOnlyConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
			super(configuration, connector, endPoint);
		}

		@Override
		protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
			if (!uri.startsWith("/")) {
				throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400,
						"The request target has to be a path");
			}
			return super.newHttpStream(method, uri, version);
		}

	}

}
