package dev.wspact.internal.contractfile;

import java.util.regex.Pattern;

/** Names of participants as parts of file names. */
final class FileNames {
    private static final int LONGEST = 60;
    private static final Pattern HARMFUL = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._-]|^[. -]|[. ]$");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    static String safe(String name) {
        String safe = HARMFUL.matcher(name).replaceAll("_");
        if (safe.length() > LONGEST) {
            int end = Character.isHighSurrogate(safe.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            safe = safe.substring(0, end);
        }
        boolean unchanged =
                safe.equals(name) && !safe.isEmpty() && !DEVICE.matcher(safe).matches();
        return unchanged ? safe : safe + "~" + Hash.of(name).substring(0, 8);
    }
}
