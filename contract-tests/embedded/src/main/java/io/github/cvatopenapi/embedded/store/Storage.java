package io.github.cvatopenapi.embedded.store;

/**
 * Where exports go or imports come from.
 *
 * @param id             of the storage setting itself
 * @param location       {@code local} or {@code cloud_storage}
 * @param cloudStorageId null when local
 */
public record Storage(long id, String location, Long cloudStorageId) {
}
