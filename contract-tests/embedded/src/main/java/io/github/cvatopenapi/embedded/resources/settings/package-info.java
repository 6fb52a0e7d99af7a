/** What a body may set of projects and of tasks alike: owner, assignee, storages, labels. */
package io.github.cvatopenapi.embedded.resources.settings;
