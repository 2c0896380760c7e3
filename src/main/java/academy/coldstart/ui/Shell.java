package academy.coldstart.ui;

/**
 * What the frame around every page shows.
 *
 * @param readiness whether work can be graded
 */
record Shell(Readiness readiness) {
}
