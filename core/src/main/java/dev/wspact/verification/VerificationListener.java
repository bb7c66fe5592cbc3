package dev.wspact.verification;

import dev.wspact.contract.Contract;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import java.net.URI;
import java.time.Duration;

/** Hears how a verification goes on. Called on the thread that runs the verification; decides nothing. */
public interface VerificationListener {
    /** Hears nothing. */
    VerificationListener SILENT = new VerificationListener() {};

    /** A contract is about to be verified. */
    default void contractStarted(Contract contract) {}

    /** A connection is about to be opened. */
    default void connecting(URI url) {}

    /** Messages have been judged on the current connection; called now and then, at most about once a second. */
    default void messagesJudged(long soFar) {}

    /**
     * Something is still waited for, whatever else comes meanwhile; or a server that does not listen yet is tried again.
     * Called about once a second, or a little more often.
     *
     * @param awaited what is waited for, as the object of a sentence; with names from the contract as they stand there
     * @param messages how many messages have been judged on the current connection
     * @param left for how long it is waited at most, from now on
     */
    default void waiting(String awaited, long messages, Duration left) {}

    /** An interaction has its verdict. */
    default void interactionFinished(InteractionResult result) {}

    /** A contract has its result. */
    default void contractFinished(ContractResult result) {}
}
