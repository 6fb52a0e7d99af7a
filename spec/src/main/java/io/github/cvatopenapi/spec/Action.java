package io.github.cvatopenapi.spec;

import java.util.Map;

/**
 * One action of an overlay.
 *
 * @param id          names the action in reports ({@code x-id}); null where the overlay gives none
 * @param target      what it applies to
 * @param description why it is there and what shows it
 * @param matches     how many nodes the target must select ({@code x-matches}, 1 unless stated)
 * @param deviation   the ledger entry that goes with a correction that says what the server does ({@code x-deviation});
 *                    null for one that only helps the generator
 * @param update      merged into each node; null for a removal
 * @param remove      whether the nodes are removed
 */
record Action(String id, Target target, String description, int matches, String deviation, Object update,
              boolean remove) {

    static Action of(Map<String, Object> node, String overlay) {
        if (!(node.get("target") instanceof String target)) {
            throw new SpecException(overlay + " has an action without a target.");
        }
        if (!(node.get("description") instanceof String description) || description.isBlank()) {
            throw new SpecException(overlay + ": the action on " + target + " has no description that says why.");
        }
        boolean remove = Boolean.TRUE.equals(node.get("remove"));
        if (remove == node.containsKey("update")) {
            throw new SpecException(overlay + ": the action on " + target + " must either update or remove.");
        }
        int matches = node.get("x-matches") instanceof Number stated ? stated.intValue() : 1;
        return new Action((String) node.get("x-id"), Target.parse(target), description, matches,
                (String) node.get("x-deviation"), node.get("update"), remove);
    }
}
