package dev.wspact.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.wspact.message.Payload;
import java.io.IOException;

/**
 * What a message takes in memory while it is read as JSON and held as a tree: roughly, and rather too much than too
 * little. Found out without making the tree, so that a message that would fill the heap is never read.
 */
public final class TreeSize {
    /** A smaller message is not worth looking at: its tree is small whatever it is. */
    private static final int SMALL = 256 << 10;

    /** Letters are read into pieces of two bytes each, and joined twice. */
    private static final int PER_BYTE = 4;

    /** A node, and its place in what holds it; an empty object is the largest. */
    private static final int PER_NODE = 96;

    private TreeSize() {}

    /** In bytes; what is no JSON counts up to where that shows. */
    public static long of(Payload payload) {
        return isSmall(payload) ? 0 : (long) payload.sizeInBytes() * PER_BYTE + nodes(payload) * PER_NODE;
    }

    private static boolean isSmall(Payload payload) {
        // the length of a text is there, its size in bytes has to be counted
        int size = payload instanceof Payload.Text text ? text.value().length() : payload.sizeInBytes();
        return size <= SMALL;
    }

    private static long nodes(Payload payload) {
        long nodes = 0;
        try (JsonParser parser = StrictJson.parser(payload)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() || token.isStructStart()) {
                    nodes++;
                }
            }
            return nodes;
        } catch (IOException e) {
            // whoever reads it stops there, too, and tells
            return nodes;
        }
    }
}
