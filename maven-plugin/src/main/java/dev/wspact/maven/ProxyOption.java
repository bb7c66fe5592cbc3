package dev.wspact.maven;

import dev.wspact.verification.HttpProxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy on the way to the server: the one that is named, or else the active one of Maven's settings.
 *
 * @param settings the proxies of Maven's settings
 * @param decrypter opens their passwords
 */
record ProxyOption(List<Proxy> settings, SettingsDecrypter decrypter) {
    private static final String OPTION = "wspact.proxy";
    private static final String NONE = "none";
    private static final Set<String> SECURE = Set.of("wss", "https");

    /** What Java's own clients never send through a proxy either. */
    private static final List<String> OWN_MACHINE = List.of("localhost", "127.*", "::1", "0:0:0:0:0:0:0:1");

    /**
     * The proxy; null for none.
     *
     * @param text what the option says; null if it is not set
     * @param server where the server listens
     * @throws BadOptionException if it is no proxy; the text does not show its password
     */
    @Nullable
    HttpProxy pick(@Nullable String text, URI server) {
        if (text != null && !text.isBlank()) {
            return text.strip().equals(NONE) ? null : named(text.strip());
        }
        boolean secure = SECURE.contains(server.getScheme().toLowerCase(Locale.ROOT));
        Optional<Proxy> active = secure ? active("https").or(() -> active("http")) : active("http");
        return active.map(this::ofSettings).orElse(null);
    }

    private static HttpProxy named(String text) {
        try {
            return HttpProxy.of(new URI(text));
        } catch (URISyntaxException e) {
            throw new BadOptionException(OPTION + " is not a URL: " + e.getReason() + " at index " + e.getIndex()
                    + ". Write http://host:port or http://user:password@host:port, with special characters of user and"
                    + " password as %XX.");
        } catch (IllegalArgumentException e) {
            throw new BadOptionException(OPTION + " cannot be used: " + e.getMessage() + ".");
        }
    }

    private Optional<Proxy> active(String protocol) {
        return settings.stream()
                .filter(Proxy::isActive)
                .filter(proxy -> protocol.equals(proxy.getProtocol().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private HttpProxy ofSettings(Proxy encrypted) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(encrypted));
        Proxy proxy = result.getProxy() == null ? encrypted : result.getProxy();
        List<String> direct =
                Stream.concat(OWN_MACHINE.stream(), nonProxyHosts(proxy)).toList();
        try {
            return new HttpProxy(proxy.getHost(), proxy.getPort(), credentials(proxy), direct);
        } catch (IllegalArgumentException e) {
            throw new BadOptionException("The proxy " + proxy.getId() + " of Maven's settings.xml cannot be used: "
                    + e.getMessage() + ". Correct it, or set wspact.proxy (\"none\" for no proxy).");
        }
    }

    private static Stream<String> nonProxyHosts(Proxy proxy) {
        String hosts = proxy.getNonProxyHosts();
        return hosts == null
                ? Stream.empty()
                : Pattern.compile("[|,;\\s]+").splitAsStream(hosts).filter(host -> !host.isEmpty());
    }

    private static HttpProxy.@Nullable Credentials credentials(Proxy proxy) {
        String user = proxy.getUsername();
        if (user == null || user.isEmpty()) {
            return null;
        }
        return new HttpProxy.Credentials(user, proxy.getPassword() == null ? "" : proxy.getPassword());
    }
}
