package academy.coldstart.execution;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@InSandbox
class JavaContractInSandboxIntegrationTests extends JavaContractIntegrationTests {

	@Test
	void cannotReplaceTheClassesOfTheKit() {
		Program program = new JavaFixture().method("""
				public List<String> handle(Context context) {
					java.util.List<String> changed = new java.util.ArrayList<>();
					for (String entry : System.getProperty("java.class.path").split(":")) {
						java.io.File file = new java.io.File(entry);
						try (java.io.OutputStream out = new java.io.FileOutputStream(file, true)) {
							changed.add("written " + entry);
						}
						catch (java.io.IOException ex) {
							if (!file.exists() || file.delete() || file.setWritable(true)
									|| file.renameTo(new java.io.File("/tmp/kit.jar"))) {
								changed.add("changed " + entry);
							}
						}
					}
					return changed;
				}
				""");
		assertThat(function(program).started().invoke("{}").payload()).isEqualTo("[]");
	}

}
