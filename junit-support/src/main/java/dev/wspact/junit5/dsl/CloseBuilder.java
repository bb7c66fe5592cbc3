package dev.wspact.junit5.dsl;

/** A close by the server: first what happens before, then {@link #withCode its code}. */
public final class CloseBuilder extends SessionBuilder<CloseBuilder> {
    CloseBuilder(Draft draft) {
        super(draft);
    }

    /**
     * The close code (RFC 6455 section 7.4): 1000 to 4999; 1005 is a close without a code, 1006 a connection that just
     * ended.
     */
    public Close withCode(int code) {
        return new Close(draft(), code);
    }

    @Override
    CloseBuilder self() {
        return this;
    }
}
