package dev.wspact.example.broken;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/** Puts {@link BrokenSession} between the service and its clients. */
@Configuration(proxyBeanMethods = false)
@Profile("broken")
class CarelessRelease {
    @Bean
    static BeanPostProcessor breakSocket() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("notificationSocket") ? new BrokenSocket((WebSocketHandler) bean) : bean;
            }
        };
    }

    private static final class BrokenSocket extends WebSocketHandlerDecorator {
        private final ObjectMapper json = new ObjectMapper();

        BrokenSocket(WebSocketHandler socket) {
            super(socket);
        }

        @Override
        public void afterConnectionEstablished(WebSocketSession session) throws Exception {
            super.afterConnectionEstablished(new BrokenSession(session, json));
        }
    }
}
