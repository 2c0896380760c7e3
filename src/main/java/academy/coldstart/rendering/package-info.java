/**
 * Turns Markdown into safe HTML: headings, snippets of real files, checked links.
 */
@ApplicationModule(allowedDependencies = { "highlighting", "quiz" })
@NullMarked
package academy.coldstart.rendering;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
