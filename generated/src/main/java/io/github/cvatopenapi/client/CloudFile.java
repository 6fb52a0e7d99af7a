package io.github.cvatopenapi.client;

import java.util.Objects;

/**
 * A file in a cloud storage that the server knows, where exports go to and imports come from without passing this
 * client.
 *
 * @param storageId the id of the cloud storage, as {@code GET /api/cloudstorages} lists it
 * @param name the file's name in the storage, with its folders, such as {@code exports/street.zip}
 */
public record CloudFile(int storageId, String name) {

    /**
     * Checks the name.
     *
     * @param storageId the id of the cloud storage
     * @param name the file's name in the storage
     * @throws IllegalArgumentException if the name is empty
     */
    public CloudFile {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of the file in the cloud storage is empty: give it one");
        }
    }

    @Override
    public String toString() {
        return name + " in cloud storage " + storageId;
    }
}
