package dev.wspact.planted.internal.anywhere;

import au.com.dius.pact.core.model.V4Pact;

record UsesPact(V4Pact pact) {}
