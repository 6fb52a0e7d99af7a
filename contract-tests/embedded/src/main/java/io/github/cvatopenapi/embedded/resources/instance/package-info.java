/** What every resource is made with, and what a resource is written with beyond the engine. */
package io.github.cvatopenapi.embedded.resources.instance;
