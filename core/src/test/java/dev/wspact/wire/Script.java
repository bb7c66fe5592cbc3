package dev.wspact.wire;

/** What a {@link ScriptedServer} does on one connection. When it returns, the server ends the TCP connection with FIN. */
@FunctionalInterface
public interface Script {
    /**
     * Plays the script, on a thread of its own.
     *
     * @throws Exception whatever goes wrong; the server remembers it and throws it again when it is closed
     */
    void play(Connection client) throws Exception;
}
