package academy.coldstart.execution;

import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;

import academy.coldstart.isolation.Isolation;
import academy.coldstart.loopback.LoopbackServer;

/**
 * What all execution environments share.
 *
 * @param listeners opens the addresses that functions talk to
 * @param aws gives each environment its way to AWS
 * @param isolation keeps functions apart
 * @param limits what functions may use up
 * @param archives the deployment packages and layers
 * @param timers ends what takes too long
 * @param logs looks for what functions write
 * @param directory where each process gets a directory of its own
 * @param suspicions the runtimes that may not be able to start here
 */
record HostFacilities(LoopbackServer listeners, AwsEndpoint aws, Isolation isolation, FunctionLimits limits,
		Archives archives, ScheduledExecutorService timers, LogPoller logs, Path directory, Suspicions suspicions) {

	/**
	 * Return the same with no way to AWS.
	 * @return what an environment shares that is none of an account's
	 */
	HostFacilities withoutAws() {
		return new HostFacilities(this.listeners, NoAws.ENDPOINT, this.isolation, this.limits, this.archives,
				this.timers, this.logs, this.directory, this.suspicions);
	}

}
