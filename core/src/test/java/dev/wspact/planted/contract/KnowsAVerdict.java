package dev.wspact.planted.contract;

import dev.wspact.planted.verdict.KnowsTheVerification;

record KnowsAVerdict(KnowsTheVerification verdict) {}
