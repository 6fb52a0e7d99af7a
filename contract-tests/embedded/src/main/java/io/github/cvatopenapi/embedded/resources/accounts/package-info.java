/** Users and how they say who they are, and mail to them. */
package io.github.cvatopenapi.embedded.resources.accounts;
