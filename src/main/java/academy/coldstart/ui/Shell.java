package academy.coldstart.ui;

/**
 * What the frame around every page shows.
 *
 * @param readiness whether work can be graded
 * @param assets the scripts and styles
 */
record Shell(Readiness readiness, Assets assets) {
}
