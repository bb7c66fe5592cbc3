package dev.wspact.example.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.ProviderVerifier;
import dev.wspact.example.NotificationService;
import jakarta.websocket.ContainerProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * wspact brings a WebSocket client of its own. If the service found that one instead of its own server's, wspact would
 * change what it judges.
 */
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "notifications.heartbeat=1h")
class UntouchedContainerIT {
    private static final String TOMCAT = "org.apache.tomcat.websocket";

    @Test
    void the_service_finds_the_container_of_its_own_server() {
        assertThat(ContainerProvider.getWebSocketContainer().getClass().getName())
                .startsWith(TOMCAT);
        assertThat(ServiceLoader.load(ContainerProvider.class).stream().map(ServiceLoader.Provider::type))
                .singleElement()
                .extracting(Class::getName)
                .asString()
                .startsWith(TOMCAT);
    }

    @Test
    void the_jar_of_wspact_offers_no_class_and_no_service_of_jakarta_or_glassfish() throws Exception {
        List<String> names = entries(Path.of(ProviderVerifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));

        assertThat(names)
                .contains("dev/wspact/ProviderVerifier.class")
                .anyMatch(name -> name.startsWith("dev/wspact/internal/websocket/shaded/"))
                .noneMatch(name -> name.startsWith("jakarta/") || name.startsWith("org/glassfish/"))
                .noneMatch(name -> name.startsWith("META-INF/services/jakarta.")
                        || name.startsWith("META-INF/services/org.glassfish"));
    }

    private static List<String> entries(Path jar) throws IOException {
        assertThat(jar).as("core's jar; build with phase package or later").isRegularFile();
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(JarEntry::getName).toList();
        }
    }
}
