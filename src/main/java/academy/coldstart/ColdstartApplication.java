package academy.coldstart;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/**
 * Starts Coldstart.
 */
@SpringBootApplication
@Modulithic(systemName = "Coldstart")
public class ColdstartApplication {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	public static void main(String[] args) {
		SpringApplication.run(ColdstartApplication.class, args);
	}

}
