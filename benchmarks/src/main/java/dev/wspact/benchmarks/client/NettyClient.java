package dev.wspact.benchmarks.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Netty on one event loop, as ours; the frame decoder behind its own handler, which validates UTF-8. */
final class NettyClient implements Client {
    private static final int LARGEST = 16 << 20;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a failure also reaches the receiver
    public Connection connect(URI url, int batch, Arrivals arrivals) throws Exception {
        PushConnection connection = new PushConnection(batch, arrivals);
        Receiver receiver = new Receiver(connection);
        WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(url)
                .maxFramePayloadLength(LARGEST)
                .build();
        new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpClientCodec(),
                                        new HttpObjectAggregator(LARGEST),
                                        new WebSocketClientProtocolHandler(config),
                                        receiver);
                    }
                })
                .connect(url.getHost(), url.getPort())
                .sync();
        receiver.open.join();
        return connection;
    }

    private static final class Receiver extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private final PushConnection connection;
        private final CompletableFuture<Boolean> open = new CompletableFuture<>();

        Receiver(PushConnection connection) {
            this.connection = connection;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            connection.text(frame.text());
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                open.complete(true);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            open.completeExceptionally(cause);
            context.close().addListener(closed -> {});
        }
    }
}
