/**
 * Where files are besides the instance: the share of the server, the bucket, and who may use which cloud
 * storage.
 */
package io.github.cvatopenapi.embedded.resources.storages;
