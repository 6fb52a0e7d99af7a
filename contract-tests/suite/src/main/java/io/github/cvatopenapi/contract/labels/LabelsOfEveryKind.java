package io.github.cvatopenapi.contract.labels;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.tasks.LabelledTask;
import io.github.cvatopenapi.spec.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told of labels with attributes, for rectangles only, and of a skeleton: {@link LabelledTask#LABELS}. */
final class LabelsOfEveryKind {

    private LabelsOfEveryKind() {
    }

    /** Asserts that a list has them as they were sent. */
    static void areIn(Answer list) {
        String cat = at(list, "cat");
        list.has(cat + "color", "#ff0000").has(cat + "type", "any");
        areAttributes(list, cat);
        list.has(at(list, "dog") + "type", "rectangle");
        isSkeleton(list, at(list, "person"));
    }

    /** The dotted path of the label of that name in a list. */
    static String at(Answer list, String name) {
        List<Object> names = list.results().stream().map(label -> label.get("name")).toList();
        if (!names.contains(name)) {
            throw list.fail("there is no label " + name + " among " + names);
        }
        return "results." + names.indexOf(name) + ".";
    }

    /** Asserts that the label at that path has the attributes of {@code cat}. */
    static void areAttributes(Answer answer, String path) {
        List<Map<String, Object>> attributes = Trees.list(answer.at(path + "attributes")).stream()
                .<Map<String, Object>>map(each -> new LinkedHashMap<>(Trees.object(each))).toList();
        attributes.forEach(each -> {
            if (each.remove("id") == null) {
                throw answer.fail("the attribute " + each.get("name") + " has no id");
            }
        });
        List<Object> sent = Trees.list(LabelledTask.LABELS.get(0).get("attributes"));
        if (!JsonTrees.sameInAnyOrder(attributes, sent)) {
            throw answer.fail("the attributes are " + attributes + ", expected " + sent + " in some order");
        }
    }

    /** Asserts that the label at that path is the skeleton {@code person}, drawn with its points. */
    static void isSkeleton(Answer answer, String path) {
        answer.has(path + "type", "skeleton").has(path + "svg");
        List<Object> sublabels = Trees.list(answer.at(path + "sublabels"));
        List<Object> names = sublabels.stream().map(each -> JsonTrees.at(each, "name")).sorted().toList();
        if (!names.equals(List.of("foot", "head"))) {
            throw answer.fail("the sublabels are " + names + ", expected foot and head");
        }
        for (Object sublabel : sublabels) {
            boolean drawn = String.valueOf(answer.at(path + "svg"))
                    .contains("data-label-id=\"" + JsonTrees.at(sublabel, "id") + "\"");
            if (!Boolean.TRUE.equals(JsonTrees.at(sublabel, "has_parent"))
                    || !"points".equals(JsonTrees.at(sublabel, "type")) || !drawn) {
                throw answer.fail("the sublabel " + JsonTrees.at(sublabel, "name")
                        + " is no point of the skeleton and its drawing");
            }
        }
    }
}
