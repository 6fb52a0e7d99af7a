/**
 * Where files are besides the instance: the share of the server, the buckets, who may use which cloud
 * storage, and where a call wants a file.
 */
package io.github.cvatopenapi.embedded.resources.storages;
