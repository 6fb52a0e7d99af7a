package io.github.cvatopenapi.embedded.store;

/** Tells annotators of a project or of a task what to do. */
public final class Guide extends Entity {
    /** The {@link Project} or {@link Task} that it is for. */
    public Labeled target;
    public String markdown = "";
}
