package academy.coldstart.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Makes the attacks. Nobody else may run anything in the sandbox meanwhile.
 */
@Component
@EnableConfigurationProperties(AttackProperties.class)
public class Attacks {

	private static final Logger logger = LoggerFactory.getLogger(Attacks.class);

	private final CaseFolder folder;

	private final AttackedPlatform platform;

	private final ProgramArchive archives;

	private final Map<String, Drill> drills;

	Attacks(AttackProperties properties, AttackedPlatform platform, ProgramArchive archives,
			ObjectProvider<Drill> drills) {
		this.folder = new CaseFolder(properties.cases());
		this.platform = platform;
		this.archives = archives;
		this.drills = drills.stream().collect(Collectors.toMap(Drill::name, Function.identity()));
	}

	/**
	 * Return all cases.
	 * @return the cases in their order
	 */
	public List<AttackCase> cases() {
		return this.folder.read();
	}

	/**
	 * Return the table of all cases, which {@code docs/attacks.md} has.
	 * @return the table in Markdown
	 */
	public String table() {
		return AttackTable.of(cases());
	}

	/**
	 * Say why attacks would prove nothing on this machine.
	 * @return the reason with what to do, or empty when they can be made
	 */
	public Optional<String> obstacle() {
		if (!this.platform.isolation().protection().holdsStrangers()) {
			return Optional.of(this.platform.isolation().describe());
		}
		return this.platform.missing(ProgramLanguage.PYTHON);
	}

	/**
	 * Run a program in the sandbox until this platform is killed.
	 * @param ready is told as soon as it runs
	 * @throws IOException when it does not run
	 */
	public void hold(Consumer<String> ready) throws IOException {
		Path scratch = Files.createTempDirectory(Path.of("/var/tmp"), "canary-held-");
		KillDrill.hold(this.platform.isolation(), scratch, () -> ready.accept(HeldPlatform.READY + scratch));
	}

	/**
	 * Make attacks.
	 * @param plan which ones
	 * @return what came of them
	 * @throws IOException when there is no place for temporary files
	 */
	public AttackReport run(AttackPlan plan) throws IOException {
		List<AttackCase> chosen = cases().stream()
			.filter((each) -> plan.ids().isEmpty() || plan.ids().contains(each.id()))
			.toList();
		List<AttackResult> results = new ArrayList<>();
		Set<String> before = this.platform.isolation().remains();
		try (Site site = new Site(this.platform, this.archives, this.folder.shared())) {
			for (AttackCase attack : chosen) {
				AttackResult result = make(attack, site);
				plan.listener().accept(result);
				results.add(result);
			}
		}
		Set<String> left = new TreeSet<>(this.platform.isolation().remains());
		left.removeAll(before);
		left.addAll(this.platform.host().remains());
		return new AttackReport(results, List.copyOf(left));
	}

	private AttackResult make(AttackCase attack, Site site) {
		long start = System.nanoTime();
		Finding finding = (attack.ending() == AttackCase.Ending.NOT_APPLICABLE)
				? new Finding(Outcome.NOT_APPLICABLE, Objects.requireNonNull(attack.reason())) : judge(attack, site);
		return new AttackResult(attack.id(), attack.title(), finding.outcome(), finding.detail(),
				(System.nanoTime() - start) / 1_000_000);
	}

	private Finding judge(AttackCase attack, Site site) {
		Set<String> before = site.remains();
		try {
			Drill drill = this.drills.get(Objects.requireNonNullElse(attack.drill(), FunctionDrill.NAME));
			Finding finding = Objects.requireNonNull(drill, "There is no drill " + attack.drill()).run(attack, site);
			return (finding.outcome() == Outcome.ESCAPED) ? finding
					: harm(before, site).map(Finding::escaped).orElse(finding);
		}
		catch (Exception ex) {
			logger.error("The attack {} could not be made", attack.id(), ex);
			return Finding.escaped("nobody can say whether it holds: " + ex);
		}
	}

	// What an attack must not do to others, whatever came of it.
	private static Optional<String> harm(Set<String> before, Site site) {
		Set<String> left = new TreeSet<>(site.remains());
		left.removeAll(before);
		if (!left.isEmpty()) {
			return Optional.of("it left behind " + String.join(", ", left));
		}
		List<String> touched = site.canaries().touched();
		if (!touched.isEmpty()) {
			return Optional.of(String.join("; ", touched));
		}
		return site.isNeighbourWell() ? Optional.empty()
				: Optional.of("a function of somebody else did not answer any more");
	}

}
