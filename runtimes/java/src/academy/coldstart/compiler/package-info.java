/**
 * Compiles Java functions in a process of their own and says what came of it on standard
 * output. Compiled when the libraries are installed.
 */
package academy.coldstart.compiler;
