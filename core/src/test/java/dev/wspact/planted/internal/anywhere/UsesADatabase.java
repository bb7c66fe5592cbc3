package dev.wspact.planted.internal.anywhere;

import java.sql.Connection;

record UsesADatabase(Connection connection) {}
