package dev.wspact.internal.embeddedbroker.web;

import dev.wspact.internal.embeddedbroker.store.Tables;

/** Answers the requests of one route, in one transaction. */
@FunctionalInterface
public interface Handler {
    /**
     * The answer.
     *
     * @throws RefusedException if the request is not carried out
     */
    Answer answer(Request request, Tables tables);
}
