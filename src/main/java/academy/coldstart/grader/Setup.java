package academy.coldstart.grader;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a grader wants to be there before its exercise is deployed.
 */
public final class Setup {

	private final long seed;

	private final Random random;

	private final Map<String, String> parameters = new LinkedHashMap<>();

	private final List<Companion> companions = new ArrayList<>();

	private Setup(long seed) {
		this.seed = seed;
		this.random = new Random(seed);
	}

	/**
	 * Ask a grader, by its {@link Prepare} method if it has one.
	 * @param grader the class of the grader
	 * @param seed the seed of the run
	 * @return what it wants
	 */
	public static Setup of(Class<?> grader, long seed) {
		Setup setup = new Setup(seed);
		for (Method method : grader.getDeclaredMethods()) {
			if (method.isAnnotationPresent(Prepare.class)) {
				call(method, setup);
			}
		}
		return setup;
	}

	/**
	 * Have a grader make an account ready for people who try their code in it, by its
	 * {@link Furnish} method if it has one. Where a template of a learner lacks what is
	 * to be filled, nothing is: the function will miss it as well.
	 * @param grader the class of the grader
	 * @param run the run, in which nothing is checked
	 */
	public static void furnish(Class<?> grader, Run run) {
		for (Method method : grader.getDeclaredMethods()) {
			if (method.isAnnotationPresent(Furnish.class)) {
				furnish(method, run);
			}
		}
	}

	private static void furnish(Method method, Run run) {
		try {
			call(method, run);
		}
		catch (IllegalStateException ex) {
			if (!(ex.getCause() instanceof InvocationTargetException target)
					|| !(target.getCause() instanceof LearnerFailure)) {
				throw ex;
			}
		}
	}

	public long seed() {
		return this.seed;
	}

	/**
	 * Return the source of values for parameters and companions, which depends on the
	 * seed only.
	 * @return the random numbers
	 */
	public Random random() {
		return this.random;
	}

	/**
	 * Set a parameter of the template.
	 * @param name the name
	 * @param value the value
	 */
	public void parameter(String name, String value) {
		this.parameters.put(name, value);
	}

	/**
	 * Offer a service beside AWS to the functions. Checks get it as an argument of its
	 * type.
	 * @param companion the service
	 */
	public void companion(Companion companion) {
		this.companions.add(companion);
	}

	public Map<String, String> parameters() {
		return Map.copyOf(this.parameters);
	}

	public List<Companion> companions() {
		return List.copyOf(this.companions);
	}

	private static void call(Method method, Object argument) {
		if (!Modifier.isStatic(method.getModifiers())) {
			throw new IllegalStateException("The method " + method + " must be static");
		}
		try {
			method.setAccessible(true);
			method.invoke(null, argument);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException("The method " + method + " failed", ex);
		}
	}

}
