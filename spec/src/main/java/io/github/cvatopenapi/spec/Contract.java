package io.github.cvatopenapi.spec;

import com.google.gson.Gson;
import com.google.gson.ToNumberPolicy;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The corrected contract: the document and its index of operations. Immutable and safe for threads.
 */
public final class Contract {

    /** The corrected document, as a resource beside this class. */
    static final String RESOURCE = "contract.json";

    /** The document as it was pinned, before corrections. */
    static final String PINNED_RESOURCE = "pinned.json";

    private static final class Packaged {
        static final Contract CONTRACT = read(RESOURCE);
    }

    private static final class PackagedPinned {
        static final Contract CONTRACT = read(PINNED_RESOURCE);
    }

    private static Contract read(String resource) {
        Gson gson = new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Contract.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            return of(Trees.object(gson.fromJson(in, Object.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Map<String, Object> document;
    private final Map<String, Operation> byId;
    private final Router router;

    private Contract(Map<String, Object> document) {
        this.document = document;
        this.byId = new LinkedHashMap<>();
        for (Operation operation : Index.operations(document)) {
            if (byId.put(operation.id(), operation) != null) {
                throw new SpecException("Operation id " + operation.id() + " is used twice.");
            }
        }
        this.router = new Router(byId.values());
    }

    /** The contract packaged with this jar. */
    public static Contract load() {
        return Packaged.CONTRACT;
    }

    /** The contract as the document states it, without corrections; only for telling where the two differ. */
    public static Contract pinned() {
        return PackagedPinned.CONTRACT;
    }

    /** The contract that a document states; the document is copied. */
    public static Contract of(Map<String, Object> document) {
        return new Contract(Trees.object(Trees.frozen(document)));
    }

    /** The API version, such as {@code 2.58.1}. */
    public String version() {
        return String.valueOf(Trees.at(document, "info", "version"));
    }

    /**
     * What newer servers do otherwise, as far as this contract's version has it: whoever must behave or expect by the
     * version asks here.
     */
    public Changes changes() {
        return new Changes(LedgerFile.packagedChanges(), version());
    }

    /** Which members the answers of this contract's version leave out now and then. */
    public Members members() {
        return Members.packaged(changes());
    }

    /** Whether the document has the operation. */
    public boolean has(String operationId) {
        return byId.containsKey(operationId);
    }

    /** Every operation, in document order. */
    public List<Operation> operations() {
        return List.copyOf(byId.values());
    }

    /** The operation of that id; an {@link IllegalArgumentException} where there is none. */
    public Operation operation(String id) {
        Operation operation = byId.get(id);
        if (operation == null) {
            throw new IllegalArgumentException("No operation " + id + " in CVAT " + version() + ".");
        }
        return operation;
    }

    /**
     * The operation that a request is for.
     *
     * @param method in capitals
     * @param path   the path as it goes over the wire, percent-encoded, without the query
     */
    public Optional<Operation> find(String method, String path) {
        return router.find(path).stream().filter(operation -> operation.method().equals(method)).findFirst();
    }

    /** Every operation on that path, whatever its method; empty where no path template fits. */
    public List<Operation> find(String path) {
        return router.find(path);
    }

    /** The whole corrected document; cannot be changed. */
    public Map<String, Object> document() {
        return document;
    }

    /** The component schema of that name; empty where there is none. */
    public Map<String, Object> schema(String name) {
        return Trees.object(Trees.at(document, "components", "schemas", name));
    }

    /** The schema itself, or what it refers to. */
    public Map<String, Object> resolve(Map<String, Object> schema) {
        Map<String, Object> here = schema;
        while (here.get("$ref") instanceof String reference) {
            here = schema(reference.substring(reference.lastIndexOf('/') + 1));
        }
        return here;
    }
}
