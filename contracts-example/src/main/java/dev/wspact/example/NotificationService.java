package dev.wspact.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Pushes notifications to whoever subscribed to their topic. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class NotificationService {
    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(NotificationService.class, arguments);
    }
}
