package dev.wspact.planted.stray;

final class InNoLayer {}
