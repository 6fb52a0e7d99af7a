package io.github.cvatopenapi.embedded.store;

/** Tasks that share their labels. */
public final class Project extends ProjectOrTask {

    @Override
    public String kind() {
        return "project";
    }
}
