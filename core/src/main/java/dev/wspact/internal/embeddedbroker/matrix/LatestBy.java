package dev.wspact.internal.embeddedbroker.matrix;

/** Of which rows only the latest is shown. */
public enum LatestBy {
    /** All rows, with results that later ones replaced. */
    NONE,
    /** Consumer version and provider version. */
    CVPV,
    /** Consumer version and provider: hides an older provider version that may still be deployed. */
    CVP,
    /** Consumer and provider. */
    CP
}
