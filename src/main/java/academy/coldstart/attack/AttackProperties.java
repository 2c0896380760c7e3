package academy.coldstart.attack;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the attacks.
 *
 * @param cases the folder with the cases
 */
@ConfigurationProperties("coldstart.attack")
record AttackProperties(@DefaultValue("attacks") Path cases) {
}
