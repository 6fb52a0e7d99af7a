package io.github.cvatopenapi.contract.harness.rules;

/** The kinds of rules; a column of the matrix each. */
public enum Family {
    STATUS, MEDIA, SCHEMA, PAGE, FILTER, ASYNC, AUTH, ORG, ERROR, LIFECYCLE, UPLOAD, RATE, HEADER, DOC, CLIENT
}
