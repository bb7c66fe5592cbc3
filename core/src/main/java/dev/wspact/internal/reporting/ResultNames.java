package dev.wspact.internal.reporting;

import dev.wspact.verdict.ContractResult.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names for result files: readable, and safe whatever a consumer calls itself. A name holds lower-case ASCII letters,
 * digits and hyphens only, so it stays in its directory and is the same on every file system; the hash over names and
 * source keeps apart what looks alike.
 */
final class ResultNames {
    private static final Pattern OURS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{12}(-[0-9]+)?");
    private static final int MAX_SLUG = 80;
    private static final int HASH_BYTES = 6;

    private final Set<String> given = new HashSet<>();

    /** A name without extension that this object has not given before. */
    String nameFor(Subject subject) {
        String base = slug(subject.consumer() + "-" + subject.provider()) + "-" + hash(subject);
        String name = base;
        for (int copy = 2; !given.add(name); copy++) {
            name = base + "-" + copy;
        }
        return name;
    }

    /** Whether a name without extension could have been given by this class. */
    static boolean couldBeOurs(String name) {
        return OURS.matcher(name).matches();
    }

    private static String slug(String text) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = ascii.substring(0, Math.min(ascii.length(), MAX_SLUG)).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "contract" : cut;
    }

    private static String hash(Subject subject) {
        MessageDigest digest = sha256();
        for (String part : new String[] {subject.consumer(), subject.provider(), subject.source()}) {
            // UTF-16, because UTF-8 has one and the same replacement for every unpaired surrogate
            byte[] bytes = part.getBytes(StandardCharsets.UTF_16BE);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every runtime must have", e);
        }
    }
}
