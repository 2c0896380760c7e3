package academy.coldstart.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Lets functions compute without end beside one that has to answer in time.
 */
@Component
final class NoiseDrill implements Drill {

	private static final int NEIGHBOURS = 4;

	private static final int INVOCATIONS = 20;

	private static final String HONEST = "def handler(event, context):\n    return sum(n * n for n in range(event))\n";

	private static final String EVENT = "500000";

	private static final String ANSWER = "41666541666750000";

	@Override
	public String name() {
		return "noise";
	}

	@Override
	public Finding run(AttackCase attack, Site site) {
		List<DeployedFunction> all = new ArrayList<>();
		FunctionRun noisy = new FunctionRun("app.py", 0, 120, 0, 0, Map.of(), Expectation.ANY);
		FunctionRun honest = new FunctionRun("app.py", 0, 1, 0, 0, Map.of(), Expectation.ANY);
		try {
			for (int i = 0; i < NEIGHBOURS; i++) {
				DeployedFunction neighbour = site.deploy(attack.file("app.py"), noisy);
				all.add(neighbour);
				neighbour.start();
				Thread.ofVirtual().start(() -> neighbour.invokeUntilStopped("now"));
			}
			DeployedFunction function = site.deploy(HONEST, honest);
			all.add(function);
			function.start();
			for (int i = 0; i < INVOCATIONS; i++) {
				FunctionAnswer answer = function.invoke(Integer.valueOf(EVENT));
				if (!answer.payload().equals(ANSWER)) {
					return Finding.escaped("invocation " + (i + 1) + " ended with " + answer.text());
				}
			}
		}
		finally {
			all.forEach(DeployedFunction::close);
		}
		return attack.asExpected(INVOCATIONS + " invocations beside " + NEIGHBOURS + " loops were in time");
	}

}
