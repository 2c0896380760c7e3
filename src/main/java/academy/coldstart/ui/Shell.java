package academy.coldstart.ui;

/**
 * What the frame around every page shows.
 *
 * @param readiness whether work can be graded
 * @param assets the scripts and styles
 * @param nonce what allows style elements, for a page whose scripts make them
 */
record Shell(Readiness readiness, Assets assets, StyleNonce nonce) {
}
