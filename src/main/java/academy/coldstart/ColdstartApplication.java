package academy.coldstart;

import java.time.Clock;

import academy.coldstart.command.Commands;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/**
 * Starts Coldstart.
 */
@SpringBootApplication
@Modulithic(systemName = "Coldstart")
public class ColdstartApplication {

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	public static void main(String[] args) {
		System.exit(Commands.execute(ColdstartApplication.class, args));
	}

}
