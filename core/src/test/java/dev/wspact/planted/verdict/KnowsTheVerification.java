package dev.wspact.planted.verdict;

import dev.wspact.planted.verification.Options;

public record KnowsTheVerification(Options options) {}
