package dev.wspact.planted.unmarked;

final class InAnUnmarkedPackage {}
