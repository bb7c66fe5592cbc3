package dev.wspact.junit5.internal;

import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Place;
import dev.wspact.contract.ProviderState;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The pact files of a test run. Each test adds what it has proven to what others have written; an interaction from an
 * earlier run is replaced, and two tests of this run that describe one differently are an error. Files are locked as
 * pact-jvm locks them, against its own writer and other JVMs.
 */
public final class PactFiles {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** How often a lock is asked for: the operating system does not say when it becomes free. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Duration patience;
    private final Map<Name, Written> written = new HashMap<>();

    /** Made by JUnit's store, once for a run. */
    public PactFiles() {
        this(PATIENCE);
    }

    PactFiles(Duration patience) {
        this.patience = patience;
    }

    /**
     * Adds a contract to its pact file.
     *
     * @param origin what says so, such as the {@code @Pact} method; what it said before is replaced
     * @throws ContractFormatException if another origin has said something else, or the file cannot be understood
     * @throws IOException if the file cannot be written, or another process keeps it locked for a minute
     */
    public void write(Contract contract, String origin, Path directory) throws IOException {
        Path file = directory
                .resolve(ContractFiles.fileName(contract))
                .toAbsolutePath()
                .normalize();
        Files.createDirectories(file.getParent());
        // the lock of a file is the JVM's, so that another thread of it must be kept out by other means
        synchronized (DefaultPactWriter.INSTANCE) {
            requireAgreement(file, contract, origin);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                FileLock unused = lock(channel, file); // released when the channel is closed
                replace(channel, merged(text(channel), file, contract));
            }
            contract.interactions()
                    .forEach(interaction -> written.put(Name.of(file, interaction), new Written(origin, contract)));
        }
    }

    private FileLock lock(FileChannel channel, Path file) throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < patience.toNanos()) {
            FileLock lock = lockIfFree(channel);
            if (lock != null) {
                return lock;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while another process has " + file + " locked");
            }
        }
        throw new IOException("another process has kept " + file + " locked for " + patience.toMillis()
                + " ms: end it, or let the builds write to different directories (pact.rootDir)");
    }

    private static @Nullable FileLock lockIfFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // of another class loader of this JVM, whose lock on the writer is not ours
            return null;
        }
    }

    private void requireAgreement(Path file, Contract contract, String origin) {
        for (Interaction interaction : contract.interactions()) {
            Written other = written.get(Name.of(file, interaction));
            if (other != null && !other.origin.equals(origin)) {
                ContractFiles.merge(only(other.contract, interaction), only(contract, interaction));
            }
        }
    }

    private static Contract only(Contract contract, Interaction interaction) {
        return with(
                contract,
                contract.interactions().stream()
                        .filter(each -> isSame(each, interaction))
                        .toList());
    }

    private static String merged(String before, Path file, Contract contract) {
        if (before.isBlank()) {
            return ContractFiles.toPact(contract);
        }
        Contract existing = ContractFiles.parsePact(before, file.toString());
        requireVersion4(before, file);
        List<Interaction> others = existing.interactions().stream()
                .filter(each -> contract.interactions().stream().noneMatch(added -> isSame(each, added)))
                .toList();
        return ContractFiles.toPact(ContractFiles.merge(with(existing, others), contract));
    }

    /** An older pact of HTTP interactions cannot become a part of one of version 4, and must not be overwritten either. */
    private static void requireVersion4(String json, Path file) {
        JsonValue.Object pact = (JsonValue.Object) JsonParser.parseString(json);
        if (pact.has("interactions") && !specification(pact).startsWith("4")) {
            throw new ContractFormatException(
                    new Place(file.toString(), "/metadata", 0),
                    "there is a pact of an older version in the way, to which no WebSocket messages can be added",
                    "Write those tests with pactVersion = PactSpecVersion.V4, or give the WebSocket side a provider name of its"
                            + " own; if the file is left over, remove it");
        }
    }

    /** The version that the pact says it is written in, under the name that pact-jvm gives it; empty if it says none. */
    private static String specification(JsonValue.Object pact) {
        if (pact.get("metadata") instanceof JsonValue.Object metadata
                && metadata.get("pactSpecification") instanceof JsonValue.Object specification
                && specification.get("version") instanceof JsonValue.StringValue version) {
            return version.toString();
        }
        return "";
    }

    private static boolean isSame(Interaction one, Interaction other) {
        return one.description().equals(other.description())
                && one.setup().states().equals(other.setup().states());
    }

    private static Contract with(Contract contract, List<Interaction> interactions) {
        return new Contract(
                contract.consumer(),
                contract.provider(),
                contract.source(),
                interactions,
                contract.notes(),
                contract.extras());
    }

    private static String text(FileChannel channel) throws IOException {
        return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void replace(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        channel.position(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.truncate(channel.position());
    }

    private record Written(String origin, Contract contract) {}

    private record Name(Path file, String description, List<ProviderState> states) {
        static Name of(Path file, Interaction interaction) {
            return new Name(file, interaction.description(), interaction.setup().states());
        }
    }
}
