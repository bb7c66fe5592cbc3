package dev.wspact.maven;

import dev.wspact.contract.Contract;
import java.util.List;

/** Where the contracts of a verification come from. */
interface ContractSource {
    /**
     * The contracts, all of one provider; at least one.
     *
     * @throws NoContractsException if there is none
     * @throws BadOptionException if they are of several providers
     * @throws dev.wspact.contract.ContractFormatException if one cannot be understood
     * @throws dev.wspact.broker.BrokerException if the broker cannot be asked
     */
    List<Contract> read() throws NoContractsException;

    /**
     * Looks whether there is anything to read, before a parameter is found to be wrong.
     *
     * @throws NoContractsException if it is clear already that there is not
     */
    default void requirePresent() throws NoContractsException {}

    /** What texts call it. */
    String shown();
}
