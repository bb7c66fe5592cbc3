package dev.wspact.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import java.io.IOException;
import java.time.Duration;

/** Servers that cannot do TLS, or whose certificate is no good. */
enum TlsFailures implements Behavior {
    NOT_TRUSTED(refused(Keys.nobodyTrusted(), Keys.LOCALHOST, "is not trusted", "wspact.trustStore")),
    EXPIRED(refused(
            Keys.EXPIRED.trusted(),
            Keys.EXPIRED,
            "the certificate of localhost",
            "is out of date since 2020-01-31T09:25:30Z",
            "renew it")),
    FOR_ANOTHER_HOST(refused(
            Keys.ELSEWHERE.trusted(), Keys.ELSEWHERE, "the certificate of localhost", "does not fit", "localhost")),
    PLAIN_HTTP(stream(peer -> peer.raw("HTTP/1.1 400 Bad Request\r\n\r\n"), "does not speak TLS", "ws://")),
    GARBAGE(stream(peer -> peer.raw(Bytes.hex("00 01 02 03 04 05 06 07")), "does not speak TLS", "ws://")),
    HANDSHAKE_FAILURE_ALERT(stream(peer -> peer.raw(Bytes.hex("15 03 03 00 02 02 28")), "handshake_failure")),
    SSL_3(stream(
            peer -> peer.raw(Bytes.hex("16 03 00 00 2A 02 00 00 26 03 00", 0x41, 32))
                    .raw(Bytes.hex("00 00 2F 00")),
            "no version that Java accepts")),
    FIN_AT_ONCE(stream(Connection::drop, "TLS")),
    RST_AT_ONCE(stream(Connection::reset, "TLS")),
    SILENCE(stream(Connection::holdSilently, "did not finish the TLS handshake within 1 s")
            .waitedOut()),
    HALF_A_RECORD_THEN_SILENCE(stream(
                    peer -> {
                        peer.raw(Bytes.hex("16 03 03 00 7A 02 00 00 76 03 03", 0x41, 20));
                        peer.holdSilently();
                    },
                    "did not finish the TLS handshake within 1 s")
            .waitedOut()),
    RECORD_OF_65535_OCTETS(stream(peer -> peer.raw(Bytes.hex("16 03 03 FF FF 02 00 00 76 03 03", 0x41, 65526)), "TLS")),
    HANDSHAKE_MESSAGE_WITHOUT_END(stream(
            peer -> {
                peer.raw(Bytes.hex("16 03 03 00 08 02 FF FF FF 03 03 41 41"));
                Pace.deafFlood(again -> again.raw(Bytes.hex("16 03 03 40 00", 0x41, 16384)))
                        .play(peer);
            },
            "TLS")),
    CHANGE_CIPHER_SPEC_FLOOD(stream(Pace.deafFlood(again -> again.raw(Bytes.hex("14 03 03 00 01 01"))), "TLS")),
    CLIENT_CERTIFICATE_WANTED(secured(
            peer -> {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() ->
                                peer.secured(Keys.LOCALHOST.server(), true).request());
                peer.drop();
            },
            Expected.unreachable("certificate"))),
    EXPIRED_AND_NOT_ASKED(insecure(Keys.EXPIRED)),
    FOR_ANOTHER_HOST_AND_NOT_ASKED(insecure(Keys.ELSEWHERE)),
    CLIENT_CERTIFICATE_NOT_LIKED(secured(
                    peer -> {
                        assertThatExceptionOfType(IOException.class)
                                .isThrownBy(() -> peer.secured(Keys.LOCALHOST.server(), true)
                                        .request());
                        peer.drop();
                    },
                    Expected.unreachable("wants", "client certificate", "wspact.keyStore"))
            .against(Keys.LOCALHOST.shown())),
    FIN_AFTER_THE_TLS_HANDSHAKE(secured(
            peer -> {
                peer.secured(Keys.LOCALHOST.server(), false).request();
                peer.drop();
            },
            Expected.unreachable("ended the connection before it had answered the opening handshake"))),
    SILENCE_AFTER_THE_TLS_HANDSHAKE(secured(
                    peer -> peer.secured(Keys.LOCALHOST.server(), false).holdSilently(),
                    Expected.unreachable("did not answer the opening handshake within 4 s"))
            .waitedOut(Duration.ofSeconds(4))),
    FIN_WITHOUT_CLOSE_NOTIFY(secured(
            peer -> {
                peer.secured(Keys.LOCALHOST.server(), false).accept();
                peer.drop();
            },
            Expected.ended(1006))),
    RST_WITHOUT_CLOSE_NOTIFY(secured(
            peer -> {
                peer.secured(Keys.LOCALHOST.server(), false).accept();
                peer.reset();
            },
            Expected.ended(1006))),
    CLOSE_NOTIFY_WITHOUT_A_CLOSE(secured(
            peer -> peer.secured(Keys.LOCALHOST.server(), false).accept().drop(), Expected.ended(1006))),
    CORRUPT_RECORD(secured(
            peer -> {
                Connection tls = peer.secured(Keys.LOCALHOST.server(), false).accept();
                peer.raw(Bytes.hex("17 03 03 00 20", 0x41, 32));
                assertThatExceptionOfType(IOException.class).isThrownBy(tls::holdSilently);
            },
            Expected.givenUp(
                            1006,
                            "what the server sent is not valid TLS",
                            "ag mismatch",
                            "changes what the provider sends")
                    .hearing(Expected.NOTHING))),
    FATAL_ALERT_IN_PLAIN(secured(
            peer -> {
                Connection tls = peer.secured(Keys.LOCALHOST.server(), false).accept();
                peer.raw(Bytes.hex("15 03 03 00 02 02 50"));
                assertThatExceptionOfType(IOException.class).isThrownBy(tls::holdSilently);
            },
            Expected.givenUp(1006, "what the server sent is not valid TLS").hearing(Expected.NOTHING))),
    PLAIN_FRAME_IN_TLS(secured(
            peer -> {
                Connection tls = peer.secured(Keys.LOCALHOST.server(), false).accept();
                peer.raw(Bytes.hex("81 03 61 62 63 64 65 66"));
                assertThatExceptionOfType(IOException.class).isThrownBy(tls::holdSilently);
            },
            Expected.givenUp(1006, "what the server sent is not valid TLS").hearing(Expected.NOTHING))),
    HALF_A_RECORD_WITH_A_TICK(secured(
                    peer -> {
                        Connection tls =
                                peer.secured(Keys.LOCALHOST.server(), false).accept();
                        peer.raw(Bytes.hex("17 03 03 00 20 41 41"));
                        tls.awaitClose();
                        tls.drop();
                    },
                    Expected.notSeen("no other message arrived").hearing(Expected.NOTHING))
            .waitedOut(Duration.ofSeconds(4))),
    MASKED_FRAME_IN_TLS(secured(
            peer -> {
                Connection tls = peer.secured(Keys.LOCALHOST.server(), false).accept();
                tls.raw(Bytes.hex("81 82 01 02 03 04 7B 7F"));
                assertThat(tls.awaitClose().code()).isEqualTo(1002);
                tls.drop();
            },
            Expected.violation(1002, "the frame is masked").hearing(Expected.NOTHING))),
    TICK_IN_TLS(secured(
            peer -> {
                Connection tls =
                        peer.secured(Keys.LOCALHOST.server(), false).accept().text(TickContract.TICK);
                assertThat(tls.closeWhenAsked().code()).isEqualTo(1000);
            },
            Expected.passed().hearing(Expected.NOTHING)));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    TlsFailures(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }

    private static Offense refused(ClientSetup client, Keys keys, String... words) {
        Script script = peer -> {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> peer.secured(keys.server(), false).request());
            peer.drop();
        };
        return Offense.answering("ideas", "TLS failures", script, Expected.unreachable(words))
                .against(client);
    }

    /** A client that asks for no certificate says so. */
    private static Offense insecure(Keys keys) {
        Script script = peer -> {
            Connection tls = peer.secured(keys.server(), false).accept().text(TickContract.TICK);
            assertThat(tls.closeWhenAsked().code()).isEqualTo(1000);
        };
        return Offense.answering(
                        "ideas",
                        "TLS failures",
                        script,
                        Expected.passed("every TLS certificate was trusted", "wspact.insecure")
                                .hearing(Expected.NOTHING))
                .against(Keys.insecure());
    }

    private static Offense stream(Script script, String... words) {
        Script listening = peer -> {
            script.play(peer);
            peer.holdSilently();
        };
        return secured(listening, Expected.unreachable(words));
    }

    private static Offense secured(Script script, Expected expected) {
        return Offense.answering("ideas", "TLS failures", script, expected).against(Keys.LOCALHOST.trusted());
    }
}
