package dev.wspact.example.websocket;

import dev.wspact.example.token.Token;
import dev.wspact.example.token.Tokens;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Refuses a handshake without a valid token, and leaves the token with the session. Programs send it as a bearer token
 * (RFC 6750), pages in a cookie, since a browser lets them set no header field.
 */
@Component
final class TokenInterceptor implements HandshakeInterceptor {
    private static final String TOKEN = "token";
    private static final String SCHEME = "Bearer ";
    private static final String COOKIE = "notification_token";

    private final Tokens tokens;

    TokenInterceptor(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The token that a session was opened with. */
    static Token tokenOf(WebSocketSession session) {
        return (Token) Objects.requireNonNull(session.getAttributes().get(TOKEN), "opened without a token");
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        Optional<Token> token =
                token(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION)).or(() -> tokenInCookie(request));
        if (token.isEmpty()) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"notifications\"");
            return false;
        }
        attributes.put(TOKEN, token.get());
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {
        // Nothing was opened that had to be closed.
    }

    private Optional<Token> token(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return Optional.empty();
        }
        return tokens.find(authorization.substring(SCHEME.length()).strip());
    }

    private Optional<Token> tokenInCookie(ServerHttpRequest request) {
        return request instanceof ServletServerHttpRequest servlet
                ? Optional.ofNullable(WebUtils.getCookie(servlet.getServletRequest(), COOKIE))
                        .flatMap(cookie -> tokens.find(cookie.getValue()))
                : Optional.empty();
    }
}
