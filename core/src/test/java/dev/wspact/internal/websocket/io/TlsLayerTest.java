package dev.wspact.internal.websocket.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.wspact.internal.tls.TlsContext;
import dev.wspact.verification.Tls;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS between two engines that share no network, so that what comes when is the test's choice. */
class TlsLayerTest {
    private static final String NEWEST = "TLSv1.3";
    private static final int MEBIBYTE = 1 << 20;

    private final Recorder client = new Recorder();

    private TlsLayer layer() throws Exception {
        SSLEngine engine = TlsContext.of(new Tls(null, null, true)).createSSLEngine("localhost", 443);
        engine.setUseClientMode(true);
        return new TlsLayer(engine, client);
    }

    /** A layer whose hands are shaken. */
    private TlsLayer secured(TlsPeer peer) throws Exception {
        TlsLayer layer = layer();
        layer.connected(peer);
        peer.answer(layer);
        assertThat(client.said).containsExactly("connected");
        return layer;
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3, 1", "TLSv1.3, 7", "TLSv1.3, 100000", "TLSv1.2, 1", "TLSv1.2, 100000"})
    void hands_are_shaken_and_records_read_however_they_are_cut(String protocol, int pieceBytes) throws Exception {
        var peer = new TlsPeer(protocol);
        TlsLayer layer = layer();
        layer.connected(peer);
        assertThat(client.said).isEmpty();

        peer.answer(layer, pieceBytes);
        assertThat(client.said).containsExactly("connected");
        TlsPeer.deliver(layer, peer.wrap("hello"), pieceBytes);
        client.write("good day");
        peer.answer(layer, pieceBytes);

        assertThat(client.said).containsExactly("connected", "hello");
        assertThat(peer.heard()).isEqualTo("good day");
        assertThat(client.written).containsExactly("written");
    }

    @Test
    void several_records_in_one_piece_are_told_in_their_order() throws Exception {
        var peer = new TlsPeer(NEWEST);
        TlsLayer layer = secured(peer);

        byte[] all = concat(peer.wrap("one"), peer.wrap("two"), peer.wrap("three"));
        layer.received(ByteBuffer.wrap(all, 0, all.length - 1));
        assertThat(client.said).containsExactly("connected", "one", "two");
        layer.received(ByteBuffer.wrap(all, all.length - 1, 1));
        assertThat(client.said).endsWith("three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void keys_that_the_server_renews_in_the_middle_lose_nothing(String protocol) throws Exception {
        var peer = new TlsPeer(protocol);
        TlsLayer layer = secured(peer);

        peer.engine().beginHandshake();
        // a hello request, or a new key
        TlsPeer.deliver(layer, peer.wrap(new byte[0]), Integer.MAX_VALUE);
        client.write("meanwhile");
        peer.answer(layer);
        TlsPeer.deliver(layer, peer.wrap("afterwards"), Integer.MAX_VALUE);
        client.write("!");
        peer.answer(layer);

        assertThat(client.said).containsExactly("connected", "afterwards");
        assertThat(peer.heard()).isEqualTo("meanwhile!");
        assertThat(client.written).containsExactly("written", "written");
    }

    @Test
    void a_handshake_that_stalls_and_ends_was_never_a_connection() throws Exception {
        var peer = new TlsPeer(NEWEST);
        TlsLayer layer = layer();
        layer.connected(peer);
        layer.received(ByteBuffer.wrap(new byte[] {22, 3, 3, 0, 122, 2, 0, 0, 118}));
        assertThat(client.said).isEmpty();
        assertThat(peer.asked()).isEmpty();

        layer.ended(null);

        assertThat(client.said).containsExactly("ended");
        assertThat(client.cause).isInstanceOf(EOFException.class);
    }

    @Test
    void what_is_no_tls_ends_the_connection() throws Exception {
        var peer = new TlsPeer(NEWEST);
        TlsLayer layer = layer();
        layer.connected(peer);

        layer.received(ByteBuffer.wrap("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(peer.asked()).contains("end");
        layer.ended(null);

        assertThat(client.said).containsExactly("ended");
        assertThat(client.cause).isInstanceOf(SSLException.class);
    }

    @Test
    void a_corrupt_record_ends_the_connection_and_stays_the_reason() throws Exception {
        var peer = new TlsPeer(NEWEST);
        TlsLayer layer = secured(peer);
        byte[] record = peer.wrap("hello");
        record[record.length - 1] ^= 1;

        layer.received(ByteBuffer.wrap(record));
        client.write("is anybody there?");
        layer.received(ByteBuffer.wrap(record));
        layer.ended(new SocketException("Connection reset"));

        assertThat(client.said).containsExactly("connected", "ended");
        assertThat(client.cause).isInstanceOf(SSLException.class).hasMessageContaining("ag mismatch");
        assertThat(client.written).containsExactly("the connection is closed");
        assertThat(peer.heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_server_that_closes_its_half_is_answered_and_heard_to_the_end(String protocol) throws Exception {
        var peer = new TlsPeer(protocol);
        TlsLayer layer = secured(peer);
        byte[] last = peer.wrap("last words");
        peer.engine().closeOutbound();
        client.reply = "bye";

        layer.received(ByteBuffer.wrap(concat(last, peer.wrap(new byte[0]))));
        client.write("too late");
        peer.answer(layer);

        assertThat(client.said).containsExactly("connected", "last words");
        assertThat(peer.heard()).isEqualTo("bye");
        assertThat(peer.engine().isInboundDone()).as("we said goodbye, too").isTrue();
        assertThat(peer.asked()).containsExactly("end");
        assertThat(client.written).containsExactly("written", "the connection is closed");
        layer.ended(null);
        assertThat(client.cause).isNull();
    }

    @Test
    void what_is_written_before_the_end_goes_before_the_goodbye() throws Exception {
        var peer = new TlsPeer(NEWEST);
        TlsLayer layer = secured(peer);
        peer.slow();

        client.write("x".repeat(MEBIBYTE));
        client.channel().end();
        client.write("too late");

        assertThat(client.written).containsExactly("the connection is closed");
        assertThat(peer.asked()).containsExactly("end");
        peer.writtenAll();
        assertThat(client.written).containsExactly("the connection is closed", "written");
        peer.answer(layer);
        assertThat(peer.heardBytes()).isEqualTo(MEBIBYTE);
        assertThat(peer.engine().isInboundDone()).isTrue();
    }

    @Test
    void who_writes_is_told_once_if_it_fails() throws Exception {
        var peer = new TlsPeer(NEWEST);
        TlsLayer layer = secured(peer);
        peer.failWrites(new IOException("Broken pipe"));

        client.write("x".repeat(MEBIBYTE));
        layer.ended(new IOException("Broken pipe"));
        client.write("y");

        assertThat(client.written).containsExactly("Broken pipe", "the connection is closed");
        assertThat(client.cause).hasMessage("Broken pipe");
    }

    @Test
    void a_listener_that_throws_is_not_asked_again_for_the_same_bytes() throws Exception {
        var peer = new TlsPeer(NEWEST);
        TlsLayer layer = secured(peer);
        client.fault = true;

        assertThatIllegalStateException()
                .isThrownBy(() -> layer.received(ByteBuffer.wrap(concat(peer.wrap("one"), peer.wrap("two")))))
                .withMessage("planted");
        client.fault = false;
        // what the channel underneath makes of it
        layer.ended(new ChannelFailedException(new IllegalStateException("planted")));

        assertThat(client.said).containsExactly("connected", "ended");
        assertThat(client.cause).isInstanceOf(ChannelFailedException.class);
    }

    @Test
    void reading_and_giving_up_are_the_channels_own() throws Exception {
        var peer = new TlsPeer(NEWEST);
        secured(peer);

        client.channel().reading(false);
        client.channel().reading(true);
        client.channel().abort();

        assertThat(peer.asked()).containsExactly("stop reading", "read", "abort");
    }

    private static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    /** Writes down what it is told. */
    private static final class Recorder implements ChannelListener {
        private final List<String> said = new ArrayList<>();
        private final List<String> written = new ArrayList<>();
        private @Nullable Channel channel;
        private @Nullable IOException cause;
        private @Nullable String reply;
        private boolean fault;

        @Override
        public void connected(Channel secured) {
            channel = secured;
            said.add("connected");
        }

        @Override
        public void received(ByteBuffer bytes) {
            if (fault) {
                throw new IllegalStateException("planted");
            }
            said.add(StandardCharsets.US_ASCII.decode(bytes).toString());
            if (reply != null) {
                write(reply);
                reply = null;
            }
        }

        @Override
        public void ended(@Nullable IOException why) {
            said.add("ended");
            cause = why;
        }

        Channel channel() {
            return Objects.requireNonNull(channel);
        }

        void write(String text) {
            channel()
                    .write(
                            ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)),
                            failure -> written.add(failure == null ? "written" : String.valueOf(failure.getMessage())));
        }
    }
}
