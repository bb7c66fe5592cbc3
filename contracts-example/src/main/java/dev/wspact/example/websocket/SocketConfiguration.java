package dev.wspact.example.websocket;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Puts the socket at {@code /notifications}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration {
    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WebSocketConfigurer endpoint(@Qualifier("notificationSocket") WebSocketHandler socket, TokenInterceptor tokens) {
        return (WebSocketHandlerRegistry registry) ->
                registry.addHandler(socket, "/notifications").addInterceptors(tokens);
    }
}
