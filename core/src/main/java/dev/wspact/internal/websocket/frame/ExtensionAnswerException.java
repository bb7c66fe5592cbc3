package dev.wspact.internal.websocket.frame;

/** The server answered with an extension that was not offered, or with parameters that it must not use. */
public final class ExtensionAnswerException extends Exception {
    private static final long serialVersionUID = 1;

    ExtensionAnswerException(String problem, String section, String answer) {
        super(problem + " (" + section + "); the server's Sec-WebSocket-Extensions: " + answer, null, false, false);
    }
}
