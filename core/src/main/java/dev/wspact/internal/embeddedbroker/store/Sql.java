package dev.wspact.internal.embeddedbroker.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on the connection of one transaction. */
final class Sql {
    private final Connection connection;
    private boolean hasWritten;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** How a row becomes a value. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            Row row = new Row(rows);
            while (rows.next()) {
                found.add(reader.read(row));
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException("the store could not be read", e);
        }
    }

    <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) {
        return list(sql + " fetch first 1 rows only", reader, values).stream().findFirst();
    }

    boolean any(String sql, @Nullable Object... values) {
        return first(sql, row -> true, values).isPresent();
    }

    /** Whether anything was written through this. */
    boolean hasWritten() {
        return hasWritten;
    }

    int update(String sql, @Nullable Object... values) {
        hasWritten = true;
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("the store could not be written", e);
        }
    }

    /** The number that the new row got. */
    long insert(String sql, @Nullable Object... values) {
        hasWritten = true;
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, values);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                if (!keys.next()) {
                    throw new StoreException("the store gave a new row no number: " + sql);
                }
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw new StoreException("the store could not be written", e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, values);
        return statement;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** The current row of a result. */
    static final class Row {
        private final ResultSet rows;

        private Row(ResultSet rows) {
            this.rows = rows;
        }

        long number(String column) throws SQLException {
            return rows.getLong(column);
        }

        @Nullable
        Long numberOrNull(String column) throws SQLException {
            long number = rows.getLong(column);
            return rows.wasNull() ? null : number;
        }

        String text(String column) throws SQLException {
            String text = rows.getString(column);
            if (text == null) {
                throw new StoreException("the store has no " + column + " where it must have one");
            }
            return text;
        }

        @Nullable
        String textOrNull(String column) throws SQLException {
            return rows.getString(column);
        }

        boolean flag(String column) throws SQLException {
            return rows.getBoolean(column);
        }
    }
}
