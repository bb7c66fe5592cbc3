package dev.wspact.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wspact.verification.KeyStoreFile;
import dev.wspact.verification.Tls;
import dev.wspact.wire.ScriptedServer;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people get wrong about trust stores and key stores. */
class TlsContextTest {
    private static final String PASSWORD = ScriptedServer.PASSWORD;

    @TempDir
    private Path directory;

    private static Tls trusting(Path file, String password) {
        return new Tls(file, password);
    }

    private static Tls showing(Path file, String password) {
        return new Tls(null, new KeyStoreFile(file, password), false);
    }

    private static void assertRejected(Tls tls, String problem, String remedy) {
        TlsSetupException rejected = catchThrowableOfType(TlsSetupException.class, () -> TlsContext.of(tls));

        assertThat(rejected.problem()).contains(problem).doesNotContain("hunter2");
        assertThat(rejected.remedy()).contains(remedy).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void stores_are_told_apart_by_content(String type) throws Exception {
        Path keys = ScriptedServer.keyStore(directory, type);
        Path renamed = Files.move(keys, directory.resolve("store"));

        assertThat(TlsContext.of(showing(renamed, PASSWORD))).isNotNull();
        assertThat(TlsContext.of(trusting(renamed, PASSWORD))).isNotNull();
        assertRejected(showing(renamed, "hunter2"), "the password is wrong", "wspact.keyStorePassword");
        assertRejected(trusting(renamed, "hunter2"), "the password is wrong", "wspact.trustStorePassword");
    }

    @Test
    void nothing_needs_a_file() throws Exception {
        assertThat(TlsContext.of(Tls.DEFAULT)).isNotNull();
        assertThat(TlsContext.of(new Tls(null, null, true))).isNotNull();
    }

    @Test
    void a_file_that_is_missing_or_something_else_is_told() throws Exception {
        Path missing = directory.resolve("no.p12");
        Path text = Files.writeString(directory.resolve("text.p12"), "not a key store at all");
        Path pem = Files.writeString(directory.resolve("key.pem"), "-----BEGIN CERTIFICATE-----\n");

        assertRejected(
                showing(missing, PASSWORD),
                "the key store " + missing + " cannot be read: there is no",
                "wspact.keyStore");
        assertRejected(trusting(missing, PASSWORD), "the trust store " + missing, "wspact.trustStore");
        assertRejected(trusting(text, PASSWORD), "is neither a PKCS12 nor a JKS file", "wspact.trustStore");
        assertRejected(showing(pem, PASSWORD), "is a PEM file", "openssl pkcs12 -export");
        assertRejected(showing(directory, PASSWORD), "cannot be read", "wspact.keyStore");
    }

    @Test
    void a_store_without_what_it_is_for_is_told() throws Exception {
        assertRejected(
                showing(ScriptedServer.trustStore(directory), PASSWORD),
                "holds no private key",
                "openssl pkcs12 -export");
        assertRejected(trusting(stored("JKS", null), PASSWORD), "holds no certificate to trust", "keytool -importcert");
    }

    @Test
    void a_key_with_a_password_of_its_own_is_told() throws Exception {
        assertRejected(showing(stored("JKS", "hunter2"), PASSWORD), "has another password", "keytool -keypasswd");
    }

    @Test
    void no_text_shows_a_password() {
        assertThat(new Tls(new KeyStoreFile(directory, "hunter2"), new KeyStoreFile(directory, "hunter2"), false)
                        .toString())
                .contains(directory.toString())
                .doesNotContain("hunter2");
    }

    /** A key store with a key under this password, or with nothing. */
    private Path stored(String type, @Nullable String keyPassword) throws Exception {
        Path file = directory.resolve("stored");
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        if (keyPassword != null) {
            Path other = ScriptedServer.keyStore(directory, "PKCS12");
            KeyStore from = KeyStore.getInstance(other.toFile(), PASSWORD.toCharArray());
            store.setKeyEntry(
                    "key",
                    from.getKey("localhost", PASSWORD.toCharArray()),
                    keyPassword.toCharArray(),
                    from.getCertificateChain("localhost"));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
