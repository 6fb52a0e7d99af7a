package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.LocationEnum;

/**
 * How exports and imports are told where their file is; null is not sent.
 *
 * @param location the kind of place
 * @param storageId the cloud storage
 * @param fileName the file there
 */
record Place(LocationEnum location, Integer storageId, String fileName) {

    /** On the server, to be downloaded. */
    static final Place SERVER = new Place(LocationEnum.LOCAL, null, null);

    /** In the call itself. */
    static final Place CALL = new Place(null, null, null);

    /** On the server, where it was uploaded to and got that name. */
    static Place uploaded(String name) {
        return new Place(null, null, name);
    }

    static Place of(CloudFile file) {
        return new Place(LocationEnum.CLOUD_STORAGE, file.storageId(), file.name());
    }
}
