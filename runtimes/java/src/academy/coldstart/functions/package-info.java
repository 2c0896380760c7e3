/**
 * What stands between a Java function and the emulated AWS, inside the function's
 * process. Compiled when the libraries are installed.
 */
package academy.coldstart.functions;
