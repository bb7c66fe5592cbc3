package dev.wspact.junit5.planted.unmarked;

final class InAnUnmarkedPackage {}
