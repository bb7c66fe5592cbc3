package dev.wspact.planted.message;

import dev.wspact.planted.verdict.KnowsTheVerification;

record KnowsAVerdict(KnowsTheVerification verdict) {}
