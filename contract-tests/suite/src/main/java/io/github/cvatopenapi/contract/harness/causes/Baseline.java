package io.github.cvatopenapi.contract.harness.causes;

/** What answers are held against. */
public enum Baseline {
    /** What the contract asks. */
    CONTRACT("is right"),
    /** What another server answered before. */
    BEFORE("came");

    private final String words;

    Baseline(String words) {
        this.words = words;
    }

    /** What was due, as a sentence ends with it. */
    String words() {
        return words;
    }
}
