package io.github.cvatopenapi.embedded.resources.transfer;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.resources.storages.FilePlaces;
import java.util.List;
import java.util.Locale;

/** Ways to export and import that the server once had: it says what to use instead. */
public final class RetiredExports {

    private static final List<String> PARAMETERS =
            List.of("format", "filename", "location", "action", "cloud_storage_id");

    private RetiredExports() {
    }

    /** Refuses a call that asks for what is drawn as an export is asked for. */
    public static void refuse(Call call, String plural, FilePlaces places) {
        places.requireNamed(call);
        if (PARAMETERS.stream().anyMatch(call.query()::has)) {
            throw new Fault(answer(plural, "dataset/export?save_images=False"));
        }
    }

    /** Refuses a call that sends what is drawn, yet asks how far an import is. */
    public static void refuseImport(Call call) {
        if (call.query().has("format")) {
            throw Fault.sentence(410, """
                    This endpoint no longer supports checking the status of the import process.
                    The common requests API should be used instead: GET /api/requests/rq_id,
                    where rq_id is obtained from the response of the initializing request.
                    """);
        }
    }

    /** 410 with the way to use instead. */
    static Answer answer(String plural, String instead) {
        return Answer.sentence(410, String.format(Locale.ROOT, """
                This endpoint is no longer supported.
                To initiate the export process, use POST /api/%s/id/%s.
                To check the process status, use GET /api/requests/rq_id,
                where rq_id is obtained from the response of the previous request.
                To download the prepared file, use the result_url obtained from the response of the previous request.
                """, plural, instead));
    }
}
