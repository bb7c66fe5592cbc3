package dev.wspact.planted.verification;

public record Options(int limit) {}
