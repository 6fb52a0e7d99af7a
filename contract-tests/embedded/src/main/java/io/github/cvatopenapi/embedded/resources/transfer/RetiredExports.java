package io.github.cvatopenapi.embedded.resources.transfer;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import java.util.Locale;

/** Ways to export that the server once had: it says what to use instead. */
public final class RetiredExports {

    private RetiredExports() {
    }

    /** Refuses the call when it has the query parameter. */
    public static void refuse(Call call, String plural, String instead, String parameter) {
        if (call.query().has(parameter)) {
            throw new Fault(answer(plural, instead));
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
