package dev.wspact.planted.internal.anywhere;

public class NotFinal {}
