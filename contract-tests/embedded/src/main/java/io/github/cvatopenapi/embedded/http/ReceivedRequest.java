package io.github.cvatopenapi.embedded.http;

import com.google.gson.JsonParseException;
import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.BodyRules;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.FormTree;
import io.github.cvatopenapi.embedded.engine.Incoming;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Query;
import io.github.cvatopenapi.embedded.engine.Upload;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request on its way to its operation. */
final class ReceivedRequest implements Incoming {

    private final RawRequest wire;
    private final Contract contract;
    private final BodyRules rules;
    private final Map<String, String> pathParameters;
    private final TemporaryFiles scratch;
    private final Form form;

    /** @param form what a multipart body held, null for any other body */
    ReceivedRequest(RawRequest wire, Contract contract, BodyRules rules, Map<String, String> pathParameters,
            TemporaryFiles scratch, Form form) {
        this.wire = wire;
        this.contract = contract;
        this.rules = rules;
        this.pathParameters = pathParameters;
        this.scratch = scratch;
        this.form = form;
    }

    @Override
    public Object content(Operation operation) {
        if (wire.content() == null || wire.content().length() == 0 || operation.requestBodies().isEmpty()) {
            return Answer.NONE;
        }
        String sent = wire.header("content-type");
        String type = sent == null ? "application/octet-stream" : sent.split(";")[0].strip().toLowerCase(Locale.ROOT);
        if (operation.requestBody(type).isEmpty()) {
            throw Fault.detail(415, "Unsupported media type \"" + (sent == null ? type : sent) + "\" in request.");
        }
        if (form != null) {
            return FormTree.of(contract, operation, form.fields());
        }
        try {
            return Json.read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString());
        } catch (JsonParseException e) {
            throw Fault.detail(400, "JSON parse error - " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw Fault.detail(400, "JSON parse error - the body is not UTF-8");
        }
    }

    private byte[] bytes() {
        try {
            return wire.content().bytes() != null ? wire.content().bytes() : Files.readAllBytes(wire.content().file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path file() {
        try {
            if (wire.content() != null && wire.content().file() != null) {
                return wire.content().file();
            }
            Path file = scratch.file();
            Files.write(file, wire.content() == null ? new byte[0] : wire.content().bytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Upload> uploads() {
        return form == null ? List.of() : form.uploads();
    }

    @Override
    public String method() {
        return wire.method();
    }

    @Override
    public String rawPath() {
        return wire.path();
    }

    @Override
    public Query query() {
        return wire.query();
    }

    @Override
    public String header(String name) {
        return wire.header(name);
    }

    @Override
    public String base() {
        return "http://" + wire.header("host");
    }

    @Override
    public String remoteAddress() {
        return wire.address();
    }

    @Override
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    @Override
    public BodyRules rules() {
        return rules;
    }
}
