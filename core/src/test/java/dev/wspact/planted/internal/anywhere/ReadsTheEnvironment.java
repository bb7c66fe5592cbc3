package dev.wspact.planted.internal.anywhere;

final class ReadsTheEnvironment {
    final String home = System.getProperty("user.home");
}
