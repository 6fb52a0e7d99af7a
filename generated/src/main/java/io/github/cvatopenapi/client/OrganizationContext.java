package io.github.cvatopenapi.client;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** In which organization a call works. What a call says itself goes before this. */
sealed interface OrganizationContext {

    /** No context: everything the user may see. */
    OrganizationContext ANY = new Any();

    /** Only what belongs to no organization. An empty `org` says so; there is no header for it. */
    OrganizationContext PERSONAL = new Query("org", "");

    String HEADER = "X-Organization";

    static OrganizationContext slug(String slug) {
        if (!Slug.VALID.matcher(slug).matches()) {
            throw new IllegalArgumentException(
                    "organization '" + slug + "' is no slug: use the short name, of letters, digits, '-' and '_'");
        }
        return new Slug(slug);
    }

    static OrganizationContext id(long id) {
        return new Query("org_id", Long.toString(id));
    }

    Request apply(Request request);

    /** Whether the call names its organization itself. */
    static boolean stated(Request request) {
        HttpUrl url = request.url();
        return request.header(HEADER) != null || url.queryParameterNames().contains("org")
                || url.queryParameterNames().contains("org_id");
    }

    record Any() implements OrganizationContext {
        @Override
        public Request apply(Request request) {
            return request;
        }

        @Override
        public String toString() {
            return "any organization";
        }
    }

    record Slug(String slug) implements OrganizationContext {
        private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]+");

        @Override
        public Request apply(Request request) {
            return stated(request) ? request : request.newBuilder().header(HEADER, slug).build();
        }

        @Override
        public String toString() {
            return "organization " + slug;
        }
    }

    record Query(String name, String value) implements OrganizationContext {
        @Override
        public Request apply(Request request) {
            if (stated(request)) {
                return request;
            }
            HttpUrl url = request.url().newBuilder().addQueryParameter(name, value).build();
            return request.newBuilder().url(url).build();
        }

        @Override
        public String toString() {
            return value.isEmpty() ? "the personal space" : "organization " + value;
        }
    }
}
