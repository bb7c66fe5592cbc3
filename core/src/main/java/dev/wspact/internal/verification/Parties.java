package dev.wspact.internal.verification;

import dev.wspact.contract.Contract;

/**
 * Who is to do what. Each text is a remedy without a final full stop.
 *
 * @param consumer name of the consumer
 * @param provider name of the provider
 */
record Parties(String consumer, String provider) {
    static Parties of(Contract contract) {
        return new Parties(contract.consumer(), contract.provider());
    }

    /** A message differs at a path. */
    String loosen(String rule, String path) {
        if (rule.equals("frame")) {
            return "let " + provider + " send the other kind of frame, or ask " + consumer
                    + " to declare it as \"frame\"";
        }
        if (rule.equals("json") || rule.equals("xml")) {
            String form = rule.equals("json") ? "one whole JSON value" : "one whole XML document";
            return "let " + provider + " send " + form + ", or ask " + consumer
                    + " to declare the content type that it really gets";
        }
        String what = rule.startsWith("schema") ? "the schema" : "the rule";
        return "fix " + provider + ", or ask " + consumer + " to loosen " + what + " at " + path;
    }

    /** A field of the contract is broken. */
    String relax(String field) {
        return "fix " + provider + ", or ask " + consumer + " to relax \"" + field + "\"";
    }

    /** A message did not come. */
    String send() {
        return "let " + provider + " send it in the provider states of the interaction, ask " + consumer
                + " whether it still needs it, or give it more time (\"within\" in the contract, the verifier's timeout)";
    }
}
