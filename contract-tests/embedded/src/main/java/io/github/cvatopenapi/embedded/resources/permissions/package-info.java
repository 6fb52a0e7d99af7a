/** Who may look at what, change it and give it away; and finding what a path, a parameter or a body names. */
package io.github.cvatopenapi.embedded.resources.permissions;
