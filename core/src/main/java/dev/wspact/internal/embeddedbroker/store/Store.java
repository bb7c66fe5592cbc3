package dev.wspact.internal.embeddedbroker.store;

import dev.wspact.internal.time.Deadline;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The database of one broker. Transactions run one after the other, each on its caller's thread: a laptop's broker has no
 * load that would be worth a conflict. What a transaction has written is on the disk before it returns.
 */
public final class Store implements AutoCloseable {
    private final Connection connection;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock(true);

    private Store(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** A store that vanishes when it is closed. */
    public static Store inMemory(Clock clock) {
        return open("jdbc:h2:mem:", "the store in memory", clock);
    }

    /**
     * The store in a directory, which is created if it is not there.
     *
     * @throws StoreException if it cannot be opened, or a later version of wspact wrote it
     */
    public static Store in(Path directory, Clock clock) {
        String file = directory.resolve("broker").toAbsolutePath().toString();
        // with the default delay, what was committed would be lost for half a second
        return open("jdbc:h2:file:" + file.replace(";", "\\;") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", file, clock);
    }

    private static Store open(String url, String name, Clock clock) {
        JdbcDataSource source = new JdbcDataSource();
        // errors are thrown; H2 would also print them
        source.setURL(url + ";TRACE_LEVEL_SYSTEM_OUT=0;TRACE_LEVEL_FILE=0");
        try {
            Connection connection = source.getConnection();
            try {
                connection.setAutoCommit(false);
                Migrations.run(connection, clock);
                return new Store(connection, clock);
            } catch (SQLException | StoreException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException("the broker's store " + name + " cannot be opened", e);
        }
    }

    /**
     * Runs work in a transaction of its own; whatever it throws undoes what it wrote.
     *
     * @param patience for how long to wait for others
     * @throws StoreBusyException if that is not long enough
     */
    public <T> T inTransaction(Deadline patience, Function<Tables, T> work) {
        if (!takeTurn(patience)) {
            throw new StoreBusyException("the broker is busy with other requests; try again later");
        }
        try {
            Tables tables = new Tables(connection, clock);
            T result = work.apply(tables);
            connection.commit();
            if (tables.haveBeenWritten()) {
                flushToDisk();
            }
            return result;
        } catch (SQLException e) {
            throw new StoreException("the store could not be written", e);
        } finally {
            rollBack();
            turn.unlock();
        }
    }

    private void flushToDisk() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }

    private boolean takeTurn(Deadline patience) {
        try {
            return turn.tryLock(patience.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new StoreException("the store could not undo a transaction", e);
        }
    }

    /** Waits for the transaction that runs, if one does, and closes the database. */
    @Override
    public void close() {
        turn.lock();
        // the database would take an interrupt, which only asks to end, for a reason to leave its file as it is
        boolean isInterrupted = Thread.interrupted();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("the store could not be closed", e);
        } finally {
            turn.unlock();
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
