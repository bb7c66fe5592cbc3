package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wspact.verification.HttpProxy;
import java.net.URI;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EnvironmentProxyTest {
    private static final URI HTTPS = URI.create("https://broker.example");

    private final Properties system = new Properties();

    @Test
    void the_jvms_proxy_goes_before_that_of_the_environment() {
        assertThat(new EnvironmentProxy(system).pick(HTTPS)).isNull();
        system.setProperty("env.HTTPS_PROXY", "http://me:pw@env.example:3128");
        system.setProperty("env.NO_PROXY", "a.example,.b.example");

        HttpProxy ofEnvironment = new EnvironmentProxy(system).pick(HTTPS);
        assertThat(ofEnvironment).isNotNull();
        assertThat(ofEnvironment.host()).isEqualTo("env.example");
        assertThat(ofEnvironment.credentials()).isEqualTo(new HttpProxy.Credentials("me", "pw"));
        assertThat(ofEnvironment.covers("c.example")).isTrue();
        for (String direct : new String[] {"a.example", "x.b.example", "localhost", "127.0.0.1"}) {
            assertThat(ofEnvironment.covers(direct)).as(direct).isFalse();
        }

        system.setProperty("https.proxyHost", "jvm.example");
        system.setProperty("https.proxyPort", "8080");
        system.setProperty("http.nonProxyHosts", "*.near|host");
        HttpProxy ofJvm = new EnvironmentProxy(system).pick(HTTPS);
        assertThat(ofJvm).isNotNull();
        assertThat(ofJvm.host()).isEqualTo("jvm.example");
        assertThat(ofJvm.port()).isEqualTo(8080);
        assertThat(ofJvm.covers("it.near")).isFalse();
        assertThat(new EnvironmentProxy(system).pick(URI.create("http://broker.example")))
                .isNull();
    }

    @Test
    void what_cannot_be_used_is_told_without_its_password() {
        system.setProperty("env.https_proxy", "socks://me:s3cret@host");
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> new EnvironmentProxy(system).pick(HTTPS))
                .withMessageContaining("HTTPS_PROXY cannot be used")
                .withMessageNotContaining("s3cret");
    }
}
