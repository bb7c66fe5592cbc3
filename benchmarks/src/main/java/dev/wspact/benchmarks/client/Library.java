package dev.wspact.benchmarks.client;

/** What is compared. */
public enum Library {
    /** Tyrus as it comes, which the others are related to. */
    TYRUS_GRIZZLY("Tyrus, Grizzly", TyrusClient::grizzly),
    /** Tyrus on the JDK's asynchronous channels. */
    TYRUS_JDK("Tyrus, JDK container", TyrusClient::jdk),
    /** The JDK's own client. */
    JAVA_NET_HTTP("java.net.http", JdkClient::new),
    /** Jetty's client. */
    JETTY("Jetty", JettyClient::new),
    /** Netty with its UTF-8 validator, as its own client handler has it. */
    NETTY("Netty", NettyClient::new),
    /** OkHttp. */
    OKHTTP("OkHttp", OkHttp::new),
    /** Ours, with every check. */
    WSPACT("wspact", WspactClient::new);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor reference
    private final Start start;

    Library(String title, Start start) {
        this.title = title;
        this.start = start;
    }

    /** Its name in tables. */
    public String title() {
        return title;
    }

    /** Starts it; it ends with the JVM. */
    public Client start() throws Exception {
        return start.client();
    }

    private interface Start {
        Client client() throws Exception;
    }
}
