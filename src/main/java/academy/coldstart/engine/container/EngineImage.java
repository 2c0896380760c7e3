package academy.coldstart.engine.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;

import academy.coldstart.engine.installation.InstallationFailed;
import academy.coldstart.engine.installation.Installer;
import academy.coldstart.engine.installation.Kit;
import academy.coldstart.engine.installation.Progress;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PruneType;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The image of the engine, built on this machine once for each state of its inputs.
 */
class EngineImage {

	private static final Log logger = LogFactory.getLog(EngineImage.class);

	private static final String NAME = "coldstart-engine:4.14.0-";

	private static final String STAGE = "academy.coldstart.stage=packages";

	private final DockerClient docker;

	private final String base;

	private final Installer installer;

	EngineImage(DockerClient docker, String base, Installer installer) {
		this.docker = docker;
		this.base = base;
		this.installer = installer;
	}

	/**
	 * Return the image, building it when there is none.
	 * @param kit the parts that were downloaded already
	 * @param progress hears about every step
	 * @return the name of the image with its tag
	 * @throws InstallationFailed when it cannot be built
	 */
	String complete(Kit kit, Progress progress) {
		ImageContext context = new ImageContext(this.installer.files(), kit);
		try {
			String image = NAME + context.hash(this.base);
			if (!exists(image)) {
				buildAlone(image, context, progress);
			}
			return image;
		}
		catch (IOException ex) {
			throw new InstallationFailed("The files of the engine's image could not be written: " + ex + ".", ex,
					"Check that the disk with " + this.installer.cache() + " is not full.");
		}
	}

	private boolean exists(String image) {
		try {
			this.docker.inspectImageCmd(image).exec();
			return true;
		}
		catch (NotFoundException ex) {
			return false;
		}
	}

	private void buildAlone(String image, ImageContext context, Progress progress) throws IOException {
		progress.report("Waiting for another Coldstart on this machine that builds the engine's image.");
		Path lockFile = this.installer.cache().resolve("image.lock");
		try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock lock = channel.lock()) {
			if (lock.isValid() && !exists(image)) {
				build(image, context, progress);
			}
		}
	}

	private void build(String image, ImageContext context, Progress progress) throws IOException {
		progress.report("Building the engine's image: preparing (about two minutes in all).");
		Map<String, String> environment = this.installer.environment();
		PipSettings settings = PipSettings.of(context.kit().python(), environment);
		Path directory = Files.createTempDirectory(this.installer.cache(), "image-");
		try {
			context.layOut(directory, settings);
			long begin = System.nanoTime();
			ImageBuild build = new ImageBuild(progress);
			command(image, directory, settings).exec(build).await();
			logger.info("Image built, image=" + image + " buildMs=" + (System.nanoTime() - begin) / 1_000_000);
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
			if (settings.arePrivate()) {
				this.docker.pruneCmd(PruneType.IMAGES).withDangling(true).withLabelFilter(STAGE).exec();
			}
		}
	}

	private BuildImageCmd command(String image, Path directory, PipSettings settings) {
		BuildImageCmd command = this.docker.buildImageCmd(directory.toFile())
			.withTags(Set.of(image))
			.withBuildArg("BASE", this.base)
			.withNetworkMode("host")
			.withRemove(true)
			.withForcerm(true);
		settings.arguments().forEach(command::withBuildArg);
		return command;
	}

}
