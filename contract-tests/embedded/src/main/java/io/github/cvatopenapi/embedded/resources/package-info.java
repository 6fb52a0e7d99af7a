/**
 * What answers the operations of the document: a room for each of its tags, made in {@link
 * io.github.cvatopenapi.embedded.resources.Resources}, and below those the rooms for what several tags need.
 */
package io.github.cvatopenapi.embedded.resources;
