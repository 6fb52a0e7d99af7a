package io.github.cvatopenapi.contract.harness.rules;

import static io.github.cvatopenapi.contract.harness.rules.Family.ASYNC;
import static io.github.cvatopenapi.contract.harness.rules.Family.AUTH;
import static io.github.cvatopenapi.contract.harness.rules.Family.CLIENT;
import static io.github.cvatopenapi.contract.harness.rules.Family.DOC;
import static io.github.cvatopenapi.contract.harness.rules.Family.ERROR;
import static io.github.cvatopenapi.contract.harness.rules.Family.FILTER;
import static io.github.cvatopenapi.contract.harness.rules.Family.HEADER;
import static io.github.cvatopenapi.contract.harness.rules.Family.LIFECYCLE;
import static io.github.cvatopenapi.contract.harness.rules.Family.MEDIA;
import static io.github.cvatopenapi.contract.harness.rules.Family.ORG;
import static io.github.cvatopenapi.contract.harness.rules.Family.PAGE;
import static io.github.cvatopenapi.contract.harness.rules.Family.RATE;
import static io.github.cvatopenapi.contract.harness.rules.Family.SCHEMA;
import static io.github.cvatopenapi.contract.harness.rules.Family.STATUS;
import static io.github.cvatopenapi.contract.harness.rules.Family.UPLOAD;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The catalogue of rules. The id of a rule, which reports, the ledger of deviations and {@code --include} use, is its
 * name in lower case with hyphens.
 */
public enum Rule {
    STATUS_DECLARED(STATUS, "Each status that the document declares is answered when it is provoked."),

    MEDIA_ACCEPT(MEDIA, "The answer has a declared media type when the client accepts it or anything."),
    MEDIA_REFUSE(MEDIA, "A client that accepts none of the media types on offer gets 406."),
    MEDIA_REQUEST(MEDIA, "Each declared media type of the request body is accepted."),
    MEDIA_UNSUPPORTED(MEDIA, "A request body of an undeclared media type gets 415."),

    SCHEMA_STATUS(SCHEMA, "No answer has a status that is neither declared nor known."),
    SCHEMA_MEDIA(SCHEMA, "Every answer has a media type that is declared for its status."),
    SCHEMA_BODY(SCHEMA, "Every body is valid against the document."),
    SCHEMA_MODEL(SCHEMA, "The generated model reads and writes every body without loss."),

    PAGE_SHAPE(PAGE, "A list answers count, next, previous and results."),
    PAGE_WALK(PAGE, "A walk by next sees every item once, and one by previous the same."),
    PAGE_COUNT(PAGE, "count is the number of items, on every page."),
    PAGE_LINKS(PAGE, "next and previous keep the other query parameters."),
    PAGE_SIZE(PAGE, "page_size is obeyed at and beyond its limits."),
    PAGE_NUMBER(PAGE, "A page that does not exist gets 404."),
    PAGE_ORDER(PAGE, "A list that is not asked to sort has its usual order, most of them the newest first."),
    PAGE_MEANWHILE(PAGE, "A list is answered in full while something in it is removed."),

    FILTER_SORT(FILTER, "sort orders both ways."),
    FILTER_SEARCH(FILTER, "search finds what matches and nothing else."),
    FILTER_SIMPLE(FILTER, "A filter by a parameter of its own gives what matches and nothing else."),
    FILTER_LOGIC(FILTER, "A JSON Logic filter gives what matches and nothing else."),
    FILTER_BROKEN(FILTER, "A filter that makes no sense gets 400."),

    ASYNC_ACCEPTED(ASYNC, "Work that takes time answers 202 with an rq_id that can be asked for."),
    ASYNC_PROGRESS(ASYNC, "States of a request only move forward, its dates are in order, its progress stays in 0..1."),
    ASYNC_RESULT(ASYNC, "What was worked out can be had."),
    ASYNC_OWNER(ASYNC, "A request and its result are the owner's only."),
    ASYNC_FAILURE(ASYNC, "Work that cannot be done ends as failed, with a message."),
    ASYNC_CONFLICT(ASYNC, "The same work asked for again while it waits or runs gets 409 with the same rq_id."),
    ASYNC_CANCEL(ASYNC, "A request that waits or runs can be cancelled; one that ended cannot."),
    ASYNC_UNKNOWN(ASYNC, "An unknown request gets 404."),
    ASYNC_RETIRED(ASYNC, "A retired way says so with 410."),

    AUTH_ANONYMOUS(AUTH, "A call without credentials gets 401 with WWW-Authenticate."),
    AUTH_WRONG(AUTH, "A call with wrong credentials gets 401 with WWW-Authenticate."),
    AUTH_OPEN(AUTH, "An operation that is declared open answers without credentials."),
    AUTH_WAYS(AUTH, "Each declared way of giving credentials is accepted."),
    AUTH_SESSION(AUTH, "A session needs its CSRF token for unsafe methods, and ends with logout."),
    AUTH_READ_ONLY(AUTH, "A read-only token reads and does not write."),
    AUTH_REVOKED(AUTH, "A token that was revoked or has expired gets 401."),
    AUTH_FOREIGN(AUTH, "What belongs to somebody else is refused."),
    AUTH_SECRETS(AUTH, "A secret is told once or never."),
    AUTH_KEYS(AUTH, "What lets in is as long as it should be, and never the same twice."),

    ORG_CONTEXT(ORG, "X-Organization, org and org_id mean the same."),
    ORG_ISOLATION(ORG, "An organization shows what is in it and nothing else."),
    ORG_UNKNOWN(ORG, "An unknown organization gets 404."),
    ORG_FOREIGN(ORG, "An organization that the caller is no member of gets 403."),
    ORG_ROLES(ORG, "Each role may do what it may and no more."),

    ERROR_METHOD(ERROR, "A method that is not declared gets 405 with Allow."),
    ERROR_MALFORMED(ERROR, "A body that cannot be parsed gets 400."),
    ERROR_TYPE(ERROR, "A body of the wrong JSON type gets 4xx with a readable error."),
    ERROR_BODY_BOUNDS(ERROR, "A request property that the document does not allow gets 4xx with a readable error."),
    ERROR_TOGETHER(ERROR, "Several wrong properties of a body are refused; where it is known, each is named."),
    ERROR_QUERY_BOUNDS(ERROR, "A query parameter that the document does not allow gets 4xx with a readable error."),
    ERROR_PATH_BOUNDS(ERROR, "A path parameter that fits nothing gets 4xx with a readable error."),
    ERROR_MISSING(ERROR, "What does not exist gets 404."),
    ERROR_INPUT(ERROR, "Input that makes no sense gets 4xx with a readable error."),

    LIFECYCLE_CREATE(LIFECYCLE, "What was made can be read back as it was sent and is in its list."),
    LIFECYCLE_CHANGE(LIFECYCLE, "A change is read back, and nothing else has changed."),
    LIFECYCLE_DATE(LIFECYCLE, "A change dates what it belongs to, too, and nothing that it leaves alone."),
    LIFECYCLE_REMOVE(LIFECYCLE, "What was removed is gone, from its list too."),
    LIFECYCLE_CASCADE(LIFECYCLE, "What hangs on the removed is gone too."),
    LIFECYCLE_READ(LIFECYCLE, "What is read says what was made."),

    UPLOAD_MULTIPART(UPLOAD, "Files are accepted as multipart and come back."),
    UPLOAD_TUS(UPLOAD, "Files are accepted in pieces, resumed where they stopped, and come back."),
    UPLOAD_OFFSET(UPLOAD, "A piece at the wrong offset gets 409."),
    UPLOAD_SEVERAL(UPLOAD, "Several files can be sent at once."),
    UPLOAD_FRAMES(UPLOAD, "Frames are what was uploaded and asked for: in number, order, size and what they show."),
    UPLOAD_BAD(UPLOAD, "What is no upload is refused."),

    RATE_THROTTLE(RATE, "Too many calls get 429 with Retry-After."),
    RATE_RESEND(RATE, "An invitation is sent again five times an hour."),

    HEADER_SECURITY(HEADER, "Every JSON answer carries the security headers."),
    HEADER_DOWNLOAD(HEADER, "A download names its file and its version."),
    HEADER_ALLOW(HEADER, "Allow names the methods of the path."),
    HEADER_LOCATION(HEADER, "What was made is told in Location, where it has an address."),

    DOC_BASE_PATH(DOC, "Every operation is below /api."),
    DOC_VERSION(DOC, "The server tells its version where the introduction says."),
    DOC_REQUEST_TYPES(DOC, "The three request media types of the introduction are accepted."),
    DOC_RESPONSE_TYPE(DOC, "The response media type is application/vnd.cvat+json."),
    DOC_SUCCESS_CODES(DOC, "Successes are 200, 201, 202 and 204."),
    DOC_ERROR_CODES(DOC, "Errors are 400, 401, 403, 404, 405, 409 and 410."),
    DOC_PAGING(DOC, "Lists take page and page_size and answer count, next, previous and results."),
    DOC_FILTER(DOC, "Lists take a JSON Logic filter as the introduction writes it."),
    DOC_SORT(DOC, "Lists take sort, and - turns the order round."),
    DOC_SEARCH(DOC, "Lists take search."),
    DOC_ORGANIZATION(DOC, "The organization is given by X-Organization, org or org_id."),
    DOC_ASYNC(DOC, "Long work answers 202 with rq_id, to be polled at /api/requests/{rq_id}."),
    DOC_TOKEN(DOC, "Authorization: Token <key> is accepted."),
    DOC_RATE_HEADERS(DOC, "Answers carry X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset."),
    DOC_PROJECT(DOC, "A project has the fields that the introduction shows."),

    CLIENT_TASK(CLIENT, "The client makes a task of local files, whatever they are called and however large or many."),
    CLIENT_EXPORT(CLIENT, "The client exports, waits and downloads a whole file."),
    CLIENT_IMPORT(CLIENT, "The client imports a local file, in one go and in pieces."),
    CLIENT_BACKUP(CLIENT, "The client backs up, and makes the same again of the backup."),
    CLIENT_LIST(CLIENT, "The client walks a list to its end and gives every item once."),
    CLIENT_ORGANIZATION(CLIENT, "The client works in the organization, or the personal space, that it is told."),
    CLIENT_FAILURE(CLIENT, "What the server refuses or cannot use fails in the client with the server's message.");

    private final Family family;
    private final String sentence;

    Rule(Family family, String sentence) {
        this.family = family;
        this.sentence = sentence;
    }

    /** The id, such as {@code page-walk}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Family family() {
        return family;
    }

    /** What the rule asks for, in one sentence. */
    public String sentence() {
        return sentence;
    }

    /** The rule of that id, if there is one. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }
}
