package academy.coldstart.ui;

import java.time.Duration;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/**
 * Serves scripts and styles for good, as their names change with their content, and
 * compressed where the browser can take that.
 */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

	private static final String FOLDER = "static/assets/";

	@Bean
	static Assets assets() {
		return Assets.read(new ClassPathResource(FOLDER + "manifest.json"));
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		EncodedResourceResolver compressed = new EncodedResourceResolver();
		compressed.setContentCodings(List.of("gzip"));
		registry.addResourceHandler("/assets/{file:.+-[0-9A-Z]{8}\\.[a-z]+}")
			.addResourceLocations("classpath:/" + FOLDER)
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.resourceChain(true)
			.addResolver(compressed);
	}

}
