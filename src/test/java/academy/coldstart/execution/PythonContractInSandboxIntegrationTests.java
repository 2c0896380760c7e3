package academy.coldstart.execution;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@InSandbox
class PythonContractInSandboxIntegrationTests extends PythonContractIntegrationTests {

	@Test
	void cannotReplaceTheBootstrapTheLibrariesOrTheCertificates() {
		TestFunction function = host().python("""
				import os, sys
				def handler(event, context):
				    changed = []
				    places = [p for p in sys.path if os.path.isdir(p)] + ["/var/task", "/opt", "/etc/ssl/certs",
				              os.environ["LAMBDA_RUNTIME_DIR"], os.path.dirname(sys.executable), sys.prefix]
				    for place in places:
				        for folder, _, files in os.walk(place):
				            for path in [os.path.join(folder, name) for name in files[:3] + ["new.py"]]:
				                for change in (lambda: open(path, "ab").close(), lambda: os.remove(path),
				                               lambda: os.rename("/tmp/mine", path), lambda: os.chmod(path, 0o777)):
				                    open("/tmp/mine", "w").close()
				                    try:
				                        change()
				                        changed.append(path)
				                    except OSError:
				                        pass
				    return [len(places) > 5, changed]
				""").with("timeoutSeconds", 60).started();
		assertThat(function.invoke("{}").payload()).isEqualTo("[true, []]");
	}

}
