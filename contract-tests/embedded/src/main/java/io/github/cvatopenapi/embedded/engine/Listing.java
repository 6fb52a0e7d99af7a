package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers a page of a list from a description of its fields: visibility first, then simple filters (the query
 * parameters that the document has under a field's name), {@code search}, {@code filter}, {@code sort}, {@code page}
 * and {@code page_size}.
 *
 * @param <T> the entity
 */
public final class Listing<T> {

    private static final int PAGE_SIZE = 10;

    private final List<Field<T>> fields;
    private final boolean literal;

    @SafeVarargs
    @SuppressWarnings("varargs")
    public Listing(Field<T>... fields) {
        this(false, List.of(fields));
    }

    private Listing(boolean literal, List<Field<T>> fields) {
        this.literal = literal;
        this.fields = fields;
    }

    /**
     * A list whose simple filters compare texts and refuse nothing: what fits no entity, such as an empty text, finds
     * none.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Listing<T> literal(Field<T>... fields) {
        return new Listing<>(true, List.of(fields));
    }

    /**
     * A page.
     *
     * @param entities in default order
     * @param visible  whether the caller may see one
     * @param render   makes the tree of one; called for the page only
     */
    public Answer page(Call call, Collection<T> entities, Predicate<? super T> visible, Function<? super T, ?> render) {
        return page(call, select(call, entities, visible), render);
    }

    /** What the caller sees and asked for, in order. */
    public List<T> select(Call call, Collection<T> entities, Predicate<? super T> visible) {
        Predicate<T> wanted = simple(call).and(search(call)).and(filter(call));
        List<T> found = new ArrayList<>();
        for (T entity : entities) {
            if (visible.test(entity) && wanted.test(entity)) {
                found.add(entity);
            }
        }
        Comparator<T> order = order(call.query().text("sort"));
        if (order != null) {
            found.sort(order);
        }
        return found;
    }

    /** A page of what was selected, with links to its neighbours. */
    public static <T> Answer page(Call call, List<T> found, Function<? super T, ?> render) {
        int size = size(call.query().get("page_size"), found.size());
        int last = Math.max(1, (found.size() + size - 1) / size);
        int page = number(call.query().get("page"), last);
        List<T> shown = found.subList(Math.min(found.size(), (page - 1) * size), Math.min(found.size(), page * size));
        return Answer.ok(Json.object("count", found.size(),
                "next", page < last ? link(call, page + 1) : null,
                "previous", page > 1 ? link(call, page - 1) : null,
                "results", shown.stream().<Object>map(render::apply).toList()));
    }

    /** The address of a page; that of the first one does without its number. */
    private static String link(Call call, int page) {
        String query = call.query().with("page", page == 1 ? null : String.valueOf(page));
        return call.url(call.incoming().rawPath()) + (query.isEmpty() ? "" : "?" + query);
    }

    private static int size(String text, int all) {
        if ("all".equals(text)) {
            return Math.max(1, all);
        }
        if (text == null || !text.strip().matches("\\+?\\d+")) {
            return PAGE_SIZE;
        }
        String digits = text.strip().replaceFirst("^\\+?0*", "");
        int size = digits.length() > 9 ? Integer.MAX_VALUE : digits.isEmpty() ? 0 : Integer.parseInt(digits);
        return size == 0 ? PAGE_SIZE : Math.min(size, Math.max(1, all));
    }

    private static int number(String text, int last) {
        if (text == null || text.isEmpty()) {
            return 1;
        }
        if (text.equals("last")) {
            return last;
        }
        if (!text.strip().matches("\\d{1,9}")) {
            throw Fault.detail(404, "Invalid page.");
        }
        int page = Integer.parseInt(text.strip());
        if (page < 1 || page > last) {
            throw Fault.detail(404, "Invalid page.");
        }
        return page;
    }

    private Comparator<T> order(String sort) {
        Comparator<T> order = null;
        for (String key : sort == null ? new String[0] : sort.split(",")) {
            boolean down = key.strip().startsWith("-");
            String name = key.strip().substring(down ? 1 : 0);
            Field<T> field = fields.stream()
                    .filter(each -> each.sorted() && each.name().equals(name))
                    .findFirst().orElse(null);
            if (field != null) {
                Comparator<T> by = Comparator.comparing(field::of, Values::compareNullsLast);
                by = down ? by.reversed() : by;
                order = order == null ? by : order.thenComparing(by);
            }
        }
        return order;
    }

    private Predicate<T> search(Call call) {
        String text = call.query().text("search");
        if (text == null || fields.stream().noneMatch(Field::searched)) {
            return any -> true;
        }
        if (text.indexOf('\0') >= 0) {
            throw Fault.list("Null characters are not allowed.");
        }
        Predicate<T> all = any -> true;
        for (String term : text.strip().split("[\\s,]+")) {
            all = all.and(entity -> fields.stream()
                    .anyMatch(field -> field.searched() && Values.contains(field.of(entity), term)));
        }
        return all;
    }

    /** A parameter that no field is behind, as newer documents bring, filters nothing and takes its choices only. */
    private void requireChoices(Call call) {
        for (Parameter parameter : literal ? List.<Parameter>of() : call.operation().parameters()) {
            String text = call.query().text(parameter.name());
            if (text != null && parameter.in().equals("query") && parameter.schema().containsKey("enum")
                    && fields.stream().noneMatch(field -> field.name().equals(parameter.name()))) {
                SimpleFilter.requireChoice(parameter.name(), parameter.schema(), text);
            }
        }
    }

    private Predicate<T> filter(Call call) {
        String expression = call.query().text("filter");
        if (expression == null || call.operation().parameter("query", "filter").isEmpty()) {
            return any -> true;
        }
        return matching(expression);
    }

    /** What an expression of {@code filter} asks for; a 400 with a list of one text for one that cannot be. */
    public Predicate<T> matching(String expression) {
        return JsonLogic.compile(expression, fields);
    }

    private Predicate<T> simple(Call call) {
        Predicate<T> all = any -> true;
        requireChoices(call);
        for (Field<T> field : fields) {
            Parameter parameter = field.simple()
                    ? call.operation().parameter("query", field.name()).orElse(null)
                    : null;
            String text = literal ? call.query().get(field.name()) : call.query().text(field.name());
            if (parameter != null && text != null && literal) {
                all = all.and(entity -> text.equals(String.valueOf(field.of(entity))));
            } else if (parameter != null && text != null) {
                Object wanted = SimpleFilter.value(field, parameter.schema(), text);
                all = all.and(entity -> SimpleFilter.fits(wanted, field.of(entity)));
            }
        }
        return all;
    }
}
