package academy.coldstart.attack;

/**
 * Makes an attack that functions alone cannot make.
 */
interface Drill {

	/**
	 * Return the name that cases give.
	 * @return a short name
	 */
	String name();

	/**
	 * Make the attack.
	 * @param attack the case
	 * @param site what is attacked
	 * @return what came of it
	 * @throws Exception when the attack could not be made, which counts as an escape
	 */
	Finding run(AttackCase attack, Site site) throws Exception;

}
