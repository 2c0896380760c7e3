package academy.coldstart.engine.installation;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Downloads files and believes only what has the expected SHA-256.
 */
class MavenRepository {

	private final URI address;

	private final HttpClient client;

	MavenRepository(URI address, ProxySelector proxies) {
		this.address = address;
		this.client = HttpClient.newBuilder()
			.connectTimeout(Duration.ofSeconds(20))
			.followRedirects(HttpClient.Redirect.NORMAL)
			.proxy(proxies)
			.build();
	}

	/**
	 * Have a file at a place, downloading it unless it is there already.
	 * @param file the file
	 * @param target where it belongs
	 * @throws InstallationFailed when it cannot be downloaded or is not what was expected
	 */
	void fetch(MavenFile file, Path target) {
		try {
			if (Files.exists(target) && sha256(target).equals(file.sha256())) {
				return;
			}
			Path part = target.resolveSibling(target.getFileName() + ".part");
			download(file, part);
			verify(file, part);
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new InstallationFailed(
					file.fileName() + " could not be downloaded from " + this.address + ": " + ex + ".", ex,
					"Check the connection of this machine to " + this.address.getHost() + ".",
					"Behind a proxy, set HTTPS_PROXY. To use a mirror, set coldstart.engine.maven-repository.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InstallationFailed("The download of " + file.fileName() + " was interrupted.", ex);
		}
	}

	private void download(MavenFile file, Path target) throws IOException, InterruptedException {
		URI uri = URI.create(this.address.toString().replaceAll("/$", "") + "/" + file.path());
		HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(5)).build();
		HttpResponse<Path> response = this.client.send(request, BodyHandlers.ofFile(target));
		if (response.statusCode() != 200) {
			throw new IOException("the answer for " + uri + " was HTTP " + response.statusCode());
		}
	}

	private static void verify(MavenFile file, Path target) throws IOException {
		String found = sha256(target);
		if (!found.equals(file.sha256())) {
			Files.delete(target);
			throw new IOException("its SHA-256 is " + found + " instead of " + file.sha256());
		}
	}

	private static String sha256(Path file) throws IOException {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
