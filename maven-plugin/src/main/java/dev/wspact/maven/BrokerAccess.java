package dev.wspact.maven;

import dev.wspact.broker.BrokerCredentials;
import dev.wspact.broker.BrokerOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker is and who we are, from parameters, Pact's names, and Maven's settings.
 *
 * @param settings where the values are looked up
 * @param servers the servers of Maven's settings
 * @param decrypter opens their passwords
 */
record BrokerAccess(BrokerSettings settings, List<Server> servers, SettingsDecrypter decrypter) {
    /** The parameters of a goal, each as it stands. */
    record Parameters(
            @Nullable String url,
            @Nullable String token,
            @Nullable String username,
            @Nullable String password,
            @Nullable String serverId,
            Authentication authentication) {}

    /** How a server of Maven's settings is used, and the header field of a token. */
    record Authentication(@Nullable String scheme, @Nullable String header) {}

    /** The broker's URL; null if none is configured. */
    @Nullable
    URI url(Parameters parameters) {
        String text = settings.find(BrokerSetting.URL, parameters.url());
        if (text == null) {
            return null;
        }
        try {
            URI url = new URI(text);
            BrokerOptions.of(url);
            return url;
        } catch (URISyntaxException | IllegalArgumentException e) {
            // the text itself may hold a password
            throw new BadOptionException(
                    "pact.broker.url cannot be used. Write http://host:port/path, or https:// for TLS, without a query.");
        }
    }

    /**
     * The options without ways and limits, which are the goal's.
     *
     * @throws BadOptionException if the credentials make no sense
     */
    BrokerOptions.Builder options(URI url, Parameters parameters) {
        try {
            BrokerOptions.Builder options = BrokerOptions.of(url);
            BrokerCredentials credentials = credentials(parameters);
            return credentials == null ? options : options.credentials(credentials);
        } catch (IllegalArgumentException e) {
            throw new BadOptionException("The broker cannot be asked: " + e.getMessage() + ".");
        }
    }

    private @Nullable BrokerCredentials credentials(Parameters parameters) {
        String header = settings.find(
                BrokerSetting.AUTHENTICATION_HEADER, parameters.authentication().header());
        String field = header == null ? "Authorization" : header;
        String token = settings.find(BrokerSetting.TOKEN, parameters.token());
        if (token != null) {
            return new BrokerCredentials.Bearer(token, field);
        }
        String username = settings.find(BrokerSetting.USERNAME, parameters.username());
        if (username != null) {
            String password = settings.find(BrokerSetting.PASSWORD, parameters.password());
            return new BrokerCredentials.Basic(username, password == null ? "" : password);
        }
        String serverId = settings.find(BrokerSetting.SERVER_ID, parameters.serverId());
        return serverId == null
                ? null
                : ofServer(
                        serverId,
                        settings.find(
                                BrokerSetting.AUTHENTICATION_SCHEME,
                                parameters.authentication().scheme()),
                        field);
    }

    /** A password without a user name is a token. */
    private BrokerCredentials ofServer(String id, @Nullable String scheme, String header) {
        Server encrypted = servers.stream()
                .filter(server -> id.equals(server.getId()))
                .findFirst()
                .orElseThrow(() -> new BadOptionException(
                        "pact.broker.serverId is \"%s\", but Maven's settings.xml has no <server> with this id. Add it, or correct the id."
                                .formatted(id)));
        Server decrypted = decrypter
                .decrypt(new DefaultSettingsDecryptionRequest(encrypted))
                .getServer();
        Server server = decrypted == null ? encrypted : decrypted;
        String user = server.getUsername();
        String password = server.getPassword() == null ? "" : server.getPassword();
        boolean named = user != null && !user.isBlank();
        if (isBearer(scheme) || (scheme == null && !named)) {
            return new BrokerCredentials.Bearer(password.isBlank() && named ? user : password, header);
        }
        if (!named) {
            throw new BadOptionException(
                    "The <server> %s in Maven's settings.xml has no user name, which basic authentication needs. Add it, or leave pact.broker.authenticationScheme out: a password alone is a token."
                            .formatted(id));
        }
        return new BrokerCredentials.Basic(user, password);
    }

    private static boolean isBearer(@Nullable String scheme) {
        if (scheme == null) {
            return false;
        }
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "bearer" -> true;
            case "basic" -> false;
            default ->
                throw new BadOptionException(
                        "pact.broker.authenticationScheme is \"%s\". Write basic or bearer.".formatted(scheme));
        };
    }
}
