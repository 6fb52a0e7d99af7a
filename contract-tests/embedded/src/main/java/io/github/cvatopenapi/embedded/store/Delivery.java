package io.github.cvatopenapi.embedded.store;

import java.util.Map;

/** One call of a webhook's target, and what came back. */
public final class Delivery extends Entity {
    public Webhook webhook;
    public String event;
    public int status;
    public boolean redelivery;
    /** Names of the changed fields, with commas; empty unless the event is an update. */
    public String changedFields = "";
    /** What was sent. */
    public Map<String, Object> request;
    public String response = "";
}
