package academy.coldstart.ui;

import java.util.List;
import java.util.Map;

import academy.coldstart.ui.Assets.Asset;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AssetsTests {

	private final Assets assets = new Assets(Map.of("a.js", new Asset("a-1.js", List.of("c-3.js", "d-4.js")), "b.js",
			new Asset("b-2.js", List.of("d-4.js"))));

	@Test
	void namesAFileBySource() {
		assertThat(this.assets.href("b.js")).isEqualTo("/assets/b-2.js");
	}

	@Test
	void listsScriptsWithAllThatTheyImportAndEachOnce() {
		assertThat(this.assets.scripts(List.of("a.js", "b.js"))).containsExactly("/assets/a-1.js", "/assets/c-3.js",
				"/assets/d-4.js", "/assets/b-2.js");
	}

	@Test
	void saysWhichSourcesThereAre() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.assets.href("x.js"))
			.withMessageContainingAll("x.js", "a.js", "b.js");
	}

	@Test
	void findsEveryFileOfTheManifestAndItsTwin() {
		Assets built = AssetConfiguration.assets();
		assertThat(built.bySource()).containsKeys("coldstart.js", "styles/coldstart.css", "icon.svg",
				"workspace/workspace.js");
		assertThat(built.scripts(List.copyOf(built.bySource().keySet()))).isNotEmpty()
			.allMatch((address) -> new ClassPathResource("static" + address).exists()
					&& new ClassPathResource("static" + address + ".gz").exists());
	}

}
