package dev.wspact.internal.embeddedbroker;

import dev.wspact.internal.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The files beside a store by which processes agree who serves it. Locks on them end with the process that holds them,
 * however it ends.
 */
final class StoreFiles {
    private static final int PAUSE_MILLIS = 50;
    private static final int GUESTS = 1 << 30;

    private final Path directory;

    StoreFiles(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** A lock that is held until it is closed. */
    record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() {
            try (channel) {
                lock.release();
            } catch (IOException e) {
                throw new IllegalStateException("a lock on the broker's store cannot be released", e);
            }
        }
    }

    /** The right to serve the store; empty if another process or another part of this one has it. */
    Optional<Held> tryToHost() throws IOException {
        return tryLock("broker.lock", 0, Long.MAX_VALUE);
    }

    /** A place among those who use the store; the host waits for them. */
    Optional<Held> tryToJoin() throws IOException {
        return tryLock("broker.guests", ThreadLocalRandom.current().nextInt(GUESTS), 1);
    }

    /** All places among those who use the store: to be had only when nobody does. */
    Optional<Held> tryToBeAlone() throws IOException {
        return tryLock("broker.guests", 0, Long.MAX_VALUE);
    }

    private Optional<Held> tryLock(String file, long position, long size) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock(position, size, false);
            return lock == null ? Optional.empty() : Optional.of(new Held(channel, lock));
        } catch (OverlappingFileLockException e) {
            // it is held by this process
            return Optional.empty();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** Tells others where the store is served. */
    void announce(URI url) throws IOException {
        Path draft = directory.resolve("broker.url.new");
        Files.writeString(draft, url + "\n" + ProcessHandle.current().pid() + "\n", StandardCharsets.UTF_8);
        Files.move(draft, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Tells no one any more. */
    void withdraw() throws IOException {
        Files.deleteIfExists(file());
    }

    /** Where the store is served, as far as the process that said so still runs. */
    Optional<URI> announced() throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(), StandardCharsets.UTF_8);
            boolean isAlive = lines.size() == 2
                    && ProcessHandle.of(Long.parseLong(lines.get(1)))
                            .map(ProcessHandle::isAlive)
                            .orElse(false);
            return isAlive ? Optional.of(URI.create(lines.get(0))) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path file() {
        return directory.resolve("broker.url");
    }

    /** Waits a little before the next try, since nobody tells when another process lets a lock go. */
    static void pause(Deadline deadline) {
        try {
            long millis = Math.min(PAUSE_MILLIS, deadline.remaining().toMillis());
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
