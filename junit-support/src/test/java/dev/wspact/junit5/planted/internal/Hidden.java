package dev.wspact.junit5.planted.internal;

public final class Hidden {}
