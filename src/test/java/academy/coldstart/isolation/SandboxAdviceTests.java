package academy.coldstart.isolation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxAdviceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"bwrap: Creating new namespace failed: nesting depth or /proc/sys/user/max_*_namespaces exceeded (ENOSPC)|user.max_user_namespaces",
			"bwrap: No permissions to create new namespace, likely because the kernel does not allow it|unprivileged_userns_clone",
			"bwrap: No permissions to create a new namespace, likely because the kernel does not allow it|unprivileged_userns_clone",
			"bwrap: No permissions to create a new namespace, likely because the kernel does not allow it|sandbox/container-seccomp.json",
			"bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted|AppArmor",
			"bwrap: setting up uid map: Permission denied|AppArmor",
			"bwrap: Can't mount proc on /newroot/proc: Operation not permitted|systempaths=unconfined",
			"bwrap: Creating new namespace failed: Operation not permitted|never --privileged",
			"bwrap: Unknown option --disable-userns|0.8.0 or newer",
			"bwrap: Can't read seccomp data|CONFIG_SECCOMP_FILTER" })
	void saysWhatToDoAboutAMessage(String message, String advice) {
		assertThat(SandboxAdvice.explain(message)).contains(advice).contains(message);
	}

	@Test
	void repeatsAMessageItDoesNotKnow() {
		assertThat(SandboxAdvice.explain("bwrap: something new"))
			.isEqualTo("The sandbox could not be started: bwrap: something new");
		assertThat(SandboxAdvice.explain(" ")).endsWith("without a message");
	}

	@ParameterizedTest
	@CsvSource({ "0.8.0,true", "0.11.0,true", "1.0,true", "0.7.2,false", "0.6.1,false", "unknown,false" })
	void wantsAVersionOfBubblewrapThatCanDoIt(String version, boolean enough) {
		assertThat(new Bubblewrap(Path.of("/usr/bin/bwrap"), version).obstacle().isEmpty()).isEqualTo(enough);
	}

	@ParameterizedTest
	@CsvSource({ "Linux,5.14.0-70.el9,true", "Linux,6.1.0-13-amd64,true", "Linux,5.10.0,false", "Mac OS X,15.0,false",
			"Windows 11,10.0,false" })
	void wantsAKernelThatCountsForEachSandbox(String name, String version, boolean enough) {
		assertThat(SandboxGates.system(name, version).isEmpty()).isEqualTo(enough);
	}

	@Test
	void saysHowToGetWhatIsMissing() {
		Optional<Bubblewrap> bubblewrap = Optional.of(new Bubblewrap(Path.of("/usr/bin/bwrap"), "0.9.0"));
		Optional<InitProgram> init = Optional.of(new InitProgram(Path.of("/init"), List.of()));
		assertThat(SandboxGates.obstacle(Optional.empty(), init))
			.hasValueSatisfying((reason) -> assertThat(reason).contains("apt install bubblewrap"));
		assertThat(SandboxGates.obstacle(bubblewrap, Optional.empty()))
			.hasValueSatisfying((reason) -> assertThat(reason).contains("gcc"));
		assertThat(SandboxGates.obstacle(bubblewrap, init)).isEmpty();
	}

}
