package io.github.cvatopenapi.client;

import java.util.Locale;
import java.util.Objects;

/**
 * What an export or import works on: a project, a task or a job.
 *
 * @param kind which of them
 * @param id its id
 */
public record Target(Kind kind, int id) {

    /** The kinds of targets. */
    public enum Kind {
        /** A project. */
        PROJECT,
        /** A task. */
        TASK,
        /** A job. */
        JOB
    }

    /**
     * Checks the target.
     *
     * @param kind which kind of target
     * @param id its id
     */
    public Target {
        Objects.requireNonNull(kind, "kind");
    }

    /**
     * A project.
     *
     * @param id its id
     * @return the target
     */
    public static Target project(int id) {
        return new Target(Kind.PROJECT, id);
    }

    /**
     * A task.
     *
     * @param id its id
     * @return the target
     */
    public static Target task(int id) {
        return new Target(Kind.TASK, id);
    }

    /**
     * A job.
     *
     * @param id its id
     * @return the target
     */
    public static Target job(int id) {
        return new Target(Kind.JOB, id);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
