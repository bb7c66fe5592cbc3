package dev.wspact.maven;

import dev.wspact.verification.HttpProxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that a machine has for everything: that of the JVM's properties ({@code https.proxyHost}), or else that of the
 * environment ({@code HTTPS_PROXY}). Never before the own machine.
 *
 * @param system the JVM's properties, with environment variables behind the prefix {@code env.}
 */
record EnvironmentProxy(Properties system) {
    private static final List<String> OWN_MACHINE = List.of("localhost", "127.*", "::1", "0:0:0:0:0:0:0:1", "[::1]");

    /** The proxy on the way to an HTTP URL; null for none. */
    @Nullable
    HttpProxy pick(URI url) {
        String scheme = "https".equalsIgnoreCase(url.getScheme()) ? "https" : "http";
        HttpProxy proxy = ofJvm(scheme);
        return proxy == null ? ofEnvironment(scheme) : proxy;
    }

    private @Nullable HttpProxy ofJvm(String scheme) {
        String host = system.getProperty(scheme + ".proxyHost", "");
        if (host.isBlank()) {
            return null;
        }
        String port = system.getProperty(scheme + ".proxyPort", scheme.equals("https") ? "443" : "80");
        try {
            return new HttpProxy(
                    host,
                    Integer.parseInt(port.strip()),
                    null,
                    direct(system.getProperty("http.nonProxyHosts", ""), "\\|"));
        } catch (IllegalArgumentException e) {
            throw new BadOptionException(
                    "The JVM's property " + scheme + ".proxyPort cannot be used. Write a number from 1 to 65535.");
        }
    }

    private @Nullable HttpProxy ofEnvironment(String scheme) {
        String text = variable(scheme + "_proxy");
        if (text.isBlank()) {
            return null;
        }
        try {
            HttpProxy proxy = HttpProxy.of(new URI(text.contains("://") ? text.strip() : "http://" + text.strip()));
            return new HttpProxy(proxy.host(), proxy.port(), proxy.credentials(), direct(variable("no_proxy"), ","));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // the text itself may hold a password
            throw new BadOptionException("The environment variable " + scheme.toUpperCase(Locale.ROOT)
                    + "_PROXY cannot be used. Write http://host:port, or set wspact.proxy (\"none\" for no proxy).");
        }
    }

    private String variable(String name) {
        return system.getProperty("env." + name.toUpperCase(Locale.ROOT), system.getProperty("env." + name, ""));
    }

    /** A domain with a dot before it stands for all of its hosts. */
    private static List<String> direct(String hosts, String separator) {
        return Stream.concat(
                        OWN_MACHINE.stream(),
                        Stream.of(hosts.split(separator, -1))
                                .map(String::strip)
                                .filter(host -> !host.isEmpty())
                                .map(host -> host.startsWith(".") ? "*" + host : host))
                .toList();
    }
}
