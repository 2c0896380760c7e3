package academy.coldstart.process;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A program that makes a folder, says where, and waits to be killed.
 */
public final class FolderOwner {

	private FolderOwner() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		System.out.println("folder " + ProcessFolder.create(Path.of(arguments[0]), "owned-").path());
		Thread.sleep(Long.MAX_VALUE);
	}

}
