/**
 * A client of the CVAT REST API. An application needs to require this module only: what its methods take and give comes
 * along. Retrofit and Okio are automatic modules, whose names are fixed in their manifests.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.cvatopenapi.client {
    requires transitive com.google.gson;
    requires transitive okhttp3;
    requires transitive okio;
    requires transitive retrofit2;

    exports io.github.cvatopenapi.client;
    exports io.github.cvatopenapi.client.api;
    exports io.github.cvatopenapi.client.model;

    // The adapters that the models' annotations name are not for callers.
    opens io.github.cvatopenapi.client.model to com.google.gson;
}
