package dev.wspact.internal.matching;

import dev.wspact.message.Payload;

/**
 * What a message takes in memory while it is compared as XML: roughly, and rather too much than too little. Found out by
 * counting tags and attributes, so that a message that would fill the heap is never read.
 */
public final class XmlSize {
    /** A smaller message is not worth looking at: its trees are small whatever it is. */
    private static final int SMALL = 256 << 10;

    /** It is read twice, by us and by pact-jvm, and its letters are copied for each. */
    private static final int PER_CHARACTER = 12;

    /** An element in both trees, the text before it, and what comparing it leaves. */
    private static final int PER_ELEMENT = 500;

    /** The same of an attribute. */
    private static final int PER_ATTRIBUTE = 200;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private XmlSize() {}

    /** In bytes; zero for what is no XML, which shows at its first letter. */
    public static long of(Payload payload) {
        int size = payload instanceof Payload.Text text ? text.value().length() : payload.sizeInBytes();
        if (size <= SMALL) {
            return 0;
        }
        String text = StrictXml.text(payload);
        return begins(text) ? (long) text.length() * PER_CHARACTER + nodes(text) : 0;
    }

    private static boolean begins(String text) {
        int at = 0;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == BYTE_ORDER_MARK)) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '<';
    }

    private static long nodes(String text) {
        long bytes = 0;
        boolean inTag = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                inTag = true;
                bytes += i + 1 < text.length() && text.charAt(i + 1) == '/' ? 0 : PER_ELEMENT;
            } else if (c == '>') {
                inTag = false;
            } else if (c == '=' && inTag) {
                bytes += PER_ATTRIBUTE;
            }
        }
        return bytes;
    }
}
