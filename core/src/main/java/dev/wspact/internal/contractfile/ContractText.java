package dev.wspact.internal.contractfile;

import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads the text of a contract file within limits. */
final class ContractText {
    /** The largest file that is read, in bytes. */
    static final int MAX_BYTES = 16 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ContractText() {}

    /**
     * The text of a file without a byte order mark.
     *
     * @throws ContractFormatException if it is unreadable, empty, too large or not UTF-8
     */
    static String read(Path file) {
        byte[] bytes = bytes(file);
        if (bytes.length > MAX_BYTES) {
            throw error(
                    file,
                    "the file is larger than " + (MAX_BYTES >> 20) + " MiB, the most that is read",
                    "Split the contract, or shorten its examples");
        }
        rejectOtherEncodings(file, bytes);
        String text = withoutMark(decoded(file, bytes));
        if (text.isBlank()) {
            throw error(file, "the file is empty", "Write the contract again, or remove the file");
        }
        return text;
    }

    /** A file as a document: JSON or YAML, told apart by its name if that ends in one of them, else by its first character. */
    static Document document(Path file) {
        String text = read(file);
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean json = name.endsWith(".json") || text.stripLeading().startsWith("{");
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml") || !json;
        return yaml ? SchemaContractReader.yaml(file.toString(), text) : Document.ofJson(file.toString(), text);
    }

    /** An error about a file as a whole. */
    static ContractFormatException error(Path file, String problem, String remedy) {
        return new ContractFormatException(new Place(file.toString(), "", 0), problem, remedy);
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The error for a file or directory that the operating system does not let us read. */
    static ContractFormatException unreadable(Path path, IOException e) {
        if (e instanceof AccessDeniedException) {
            return error(path, "this must not be read by the user of this process", "Change its permissions");
        }
        return error(path, "this cannot be read (" + e + ")", "Check that it exists and who may read it");
    }

    /** Texts in wider units have zeros where UTF-8 has none; many of them are UTF-8 by chance, and read as nonsense. */
    private static void rejectOtherEncodings(Path file, byte[] bytes) {
        int zeros = 0;
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        boolean mark = bytes.length >= 2 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
        if (zeros == 4) {
            throw error(file, "the file is no text, it begins with NUL characters", "Write the contract again");
        }
        if (zeros > 0 || mark) {
            throw error(
                    file,
                    "the file is not text in UTF-8, but in " + (zeros == 3 ? "UTF-32" : "UTF-16")
                            + " by the look of it",
                    "Save it as UTF-8");
        }
    }

    private static String decoded(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw error(file, "the file is not text in UTF-8", "Save it as UTF-8, or name another file");
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
