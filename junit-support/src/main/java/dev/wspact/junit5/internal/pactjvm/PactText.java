package dev.wspact.junit5.internal.pactjvm;

import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.Json;
import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;

/** Hands pacts of pact-jvm over to core: as the text that pact-jvm itself writes. */
public final class PactText {
    private PactText() {}

    /**
     * The contract that a pact holds.
     *
     * @param source what texts call it, such as the method that built it
     * @throws dev.wspact.contract.ContractFormatException if core cannot understand it
     */
    public static Contract contract(BasePact pact, String source) {
        return ContractFiles.parsePact(of(pact), source);
    }

    private static String of(BasePact pact) {
        PactSpecVersion version = pact instanceof V4Pact ? PactSpecVersion.V4 : PactSpecVersion.V3;
        return Json.INSTANCE.prettyPrint(pact.toMap(version));
    }
}
