package academy.coldstart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/**
 * Starts Coldstart.
 */
@SpringBootApplication
@Modulithic(systemName = "Coldstart")
public class ColdstartApplication {

	public static void main(String[] args) {
		SpringApplication.run(ColdstartApplication.class, args);
	}

}
