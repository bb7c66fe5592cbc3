package dev.wspact.contract;

import java.util.Objects;

/** A contract that cannot be understood. The message names file, place, problem and remedy and is ready to print. */
public final class ContractFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The most characters of a problem or remedy; names and values from a hostile file can be of any length. */
    private static final int LONGEST = 2000;

    private final transient Place place;
    private final String problem;
    private final String remedy;

    /**
     * A finished message from its parts, in which control characters are made visible, and what is very long is cut.
     *
     * @param place where in the contract
     * @param problem what is wrong there, without a final full stop
     * @param remedy what to do about it, without a final full stop
     */
    public ContractFormatException(Place place, String problem, String remedy) {
        super("%s: %s. %s."
                .formatted(
                        Objects.requireNonNull(place, "place"),
                        Shown.text(Objects.requireNonNull(problem, "problem"), LONGEST),
                        Shown.text(Objects.requireNonNull(remedy, "remedy"), LONGEST)));
        this.place = place;
        this.problem = Shown.text(problem, LONGEST);
        this.remedy = Shown.text(remedy, LONGEST);
    }

    /** Where in the contract. */
    public Place place() {
        return place;
    }

    /** What is wrong there. */
    public String problem() {
        return problem;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
