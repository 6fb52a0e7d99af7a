package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.cleanup.ResourceRegistry;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Client;
import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.http.SentValues;
import io.github.cvatopenapi.spec.Operation;
import org.opentest4j.TestAbortedException;

/** What a run does around every call: keeps read-only runs from changes, and registers what was made. */
final class CallListener implements Client.Listener {

    private final boolean readOnly;
    private final ResourceRegistry resources;
    private final SentValues sent;
    private volatile CheckRunner checks;
    private volatile boolean madeUnseen;

    CallListener(boolean readOnly, ResourceRegistry resources, SentValues sent) {
        this.readOnly = readOnly;
        this.sent = sent;
        this.resources = resources;
    }

    /** From now on the runner is told of each exchange. */
    void tell(CheckRunner runner) {
        checks = runner;
    }

    /** Whether a call that makes something was not answered, since this was last asked. */
    boolean takeMadeUnseen() {
        boolean unseen = madeUnseen;
        madeUnseen = false;
        return unseen;
    }

    @Override
    public void sending(String method, String path, Operation operation, Caller caller) {
        if (readOnly && !Call.safe(method)) {
            throw new TestAbortedException("read-only: " + method + " could change something");
        }
    }

    @Override
    public void unanswered(String method) {
        madeUnseen |= method.equals("POST");
    }

    @Override
    public void sent(Call call) {
        sent.sent(call);
    }

    @Override
    public void exchanged(Exchange exchange, Answer answer, Caller caller) {
        resources.register(exchange, answer, caller);
        if (checks != null) {
            checks.exchanged(exchange, answer);
        }
    }
}
