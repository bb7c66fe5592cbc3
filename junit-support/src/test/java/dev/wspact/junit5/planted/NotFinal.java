package dev.wspact.junit5.planted;

public class NotFinal {}
