package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.RqId;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;

/**
 * A client of one CVAT server: every operation of the API by {@link CvatApis its accessors}, and help with what takes
 * more than one call. Safe for use by several threads. Close it after use.
 *
 * <p>The generated methods make Retrofit calls. {@link #execute} makes one now and throws when it fails; the call
 * itself can be executed or enqueued as with Retrofit, and {@link #failure} then reads an answer that is an error. A
 * call is executed by the client or view whose API made it; one that works in another organization refuses it with an
 * {@link IllegalArgumentException}.
 */
public final class CvatClient implements CvatApis, AutoCloseable {

    private final Core core;
    private final boolean view;
    private final OkHttpClient http;
    private final Scope scope;
    private final Retrofit retrofit;
    private final Calls calls;
    private final Requests requests;
    private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();

    CvatClient(Core core, OrganizationContext organization) {
        this(core, organization, false);
    }

    private CvatClient(Core core, OrganizationContext organization, boolean view) {
        this.core = core;
        this.view = view;
        this.http = core.http(organization);
        this.scope = new Scope(core, organization);
        this.retrofit = core.retrofit(request -> http.newCall(scope.mark(request)));
        this.calls = core.calls(http);
        this.requests = new Requests(calls, requests(), core);
    }

    /**
     * Settings for a new client.
     *
     * @return a builder without settings
     */
    public static CvatClientBuilder builder() {
        return new CvatClientBuilder();
    }

    /**
     * A client with the credentials of the environment, see {@link Credentials#fromEnvironment}; all else as if not
     * set.
     *
     * @param baseUrl the server's address, see {@link CvatClientBuilder#baseUrl}
     * @return a client, to be closed after use
     * @throws IllegalArgumentException if the address is none
     * @throws IllegalStateException if the environment holds no credentials
     */
    public static CvatClient fromEnvironment(String baseUrl) {
        return builder().baseUrl(baseUrl).credentials(Credentials.fromEnvironment()).build();
    }

    @Override
    public <T> T api(Class<T> type) {
        return type.cast(apis.computeIfAbsent(type, retrofit::create));
    }

    /**
     * Makes a call and gives the decoded body of its answer.
     *
     * @param <T> the body's type
     * @param call a call of a generated API, not executed before
     * @return the body; null when the answer has none
     * @throws CvatException if the server refuses the call, or no whole and readable answer comes
     */
    public <T> T execute(Call<T> call) {
        return calls.answer(own(call)).body();
    }

    private <T> Call<T> own(Call<T> call) {
        scope.check(call.request());
        return call;
    }

    /**
     * Makes a call in the background.
     *
     * @param <T> the body's type
     * @param call a call of a generated API, not executed before
     * @return the body, or null when the answer has none; fails with a {@link CvatException}, or with the {@link Error}
     *     that reading an answer can end in. When others complete it before the call does, by {@code cancel},
     *     {@code orTimeout} or {@code complete}, the call is cancelled. That holds for this future: those made from it,
     *     as by {@code thenApply}, pass nothing back
     */
    public <T> CompletableFuture<T> executeAsync(Call<T> call) {
        return calls.async(own(call));
    }

    /**
     * Reads an answer that is an error, for those who execute or enqueue Retrofit's calls themselves.
     *
     * @param response an answer that is not successful
     * @return what it says, to be thrown or looked into
     */
    public CvatException failure(Response<?> response) {
        if (response.isSuccessful()) {
            throw new IllegalArgumentException("the answer is no failure: " + response.code());
        }
        return calls.failure(response);
    }

    /**
     * All items of a list operation. The call is not made itself: its pages are, with its other parameters, from the
     * page and with the page size that it names, else from the first by hundreds.
     *
     * @param <T> what the list holds
     * @param call a call of a generated list operation, such as {@code client.tasks().tasksList(...)}
     * @return the items, read lazily
     */
    public <T> Listing<T> list(Call<? extends Page<T>> call) {
        return PagedListing.of(calls, own(call).request());
    }

    /**
     * Starts background work. When the server does the same already (409), takes up the request that does it.
     *
     * @param call a call that starts work, such as an export
     * @return the request, to wait for
     * @throws CvatException if the call fails in another way
     */
    public PendingRequest start(Call<RqId> call) {
        return requests.start(own(call));
    }

    /**
     * Background work that was started before.
     *
     * @param requestId its {@code rq_id}
     * @return the request, to wait for; nothing is asked of the server yet
     */
    public PendingRequest pending(String requestId) {
        return requests.pending(requestId, PendingRequest.Freshness.ANY);
    }

    /**
     * Exports of datasets and backups, down to the file.
     *
     * @return the exports
     */
    public Exports exports() {
        return new Exports(this, requests, new Download(calls));
    }

    /**
     * Imports of annotations, datasets and backups, from the file on.
     *
     * @return the imports
     */
    public Imports imports() {
        return new Imports(this, calls, requests);
    }

    /**
     * Makes a task from local files, as {@link #createTask(TaskWriteRequest, DataRequest, List, TransferOptions)} with
     * {@link TransferOptions#DEFAULT}.
     *
     * @param task the task's name, labels and so on
     * @param data how its data is made of the files; its image quality must be set
     * @param files the files: images, or one video, archive or document
     * @return the task, with its data
     * @throws RequestFailedException if the server cannot use the files
     * @throws CvatException if a call fails or a file cannot be read
     */
    public TaskRead createTask(TaskWriteRequest task, DataRequest data, List<Path> files) {
        return createTask(task, data, files, TransferOptions.DEFAULT);
    }

    /**
     * Makes a task from local files and waits until its data is there. Large files go up piece by piece and go on after
     * a broken connection, small ones go together. When it fails before the server has taken up all, or the server
     * cannot use the files, the task is deleted again, on an interrupted thread too, in ten seconds at most; when the
     * waiting for the server's work is interrupted or times out, it stays.
     *
     * @param task the task's name, labels and so on
     * @param data how its data is made of the files; its image quality must be set
     * @param files the files, in their order in the task where the sorting method is predefined: images, or one video,
     *     archive or document; no two of the same name
     * @param options timeout, progress and piece size
     * @return the task, with its data
     * @throws RequestFailedException if the server cannot use the files
     * @throws CvatException if a call fails or a file cannot be read
     * @throws IllegalArgumentException if there are no files, two have the same name, or the image quality is missing
     */
    public TaskRead createTask(TaskWriteRequest task, DataRequest data, List<Path> files, TransferOptions options) {
        return new TaskCreation(tasks(), calls, requests, options).create(task, data, files);
    }

    /**
     * Makes a task from a part of a local video, or from every so many of its frames, and waits until its data is
     * there; all else as {@link #createTask(TaskWriteRequest, DataRequest, List, TransferOptions)}. Only the server
     * knows where the video ends: a range beyond that fails in the server's words, and no task stays.
     *
     * @param task the task's name, labels and so on
     * @param data how its data is made of the video; its image quality must be set, and the frames that it
     *     names count for nothing
     * @param video the video
     * @param frames which of its frames
     * @param options timeout, progress and piece size
     * @return the task, with its data; its frames are numbered from zero, whatever they were in the video
     * @throws RequestFailedException if the server cannot use the video, or has none of the frames
     * @throws CvatException if a call fails or the file cannot be read
     * @throws IllegalArgumentException if the image quality is missing
     */
    public TaskRead createTask(
            TaskWriteRequest task, DataRequest data, Path video, FrameRange frames, TransferOptions options) {
        return createTask(task, frames.in(data), List.of(video), options);
    }

    /**
     * The same client working in an organization.
     *
     * @param slug the organization's short name
     * @return a view that shares credentials and connections; closing it does nothing
     */
    public CvatClient inOrganization(String slug) {
        return new CvatClient(core, OrganizationContext.slug(slug), true);
    }

    /**
     * The same client working in an organization.
     *
     * @param id the organization's id
     * @return a view that shares credentials and connections; closing it does nothing
     */
    public CvatClient inOrganization(long id) {
        return new CvatClient(core, OrganizationContext.id(id), true);
    }

    /**
     * The same client working in the user's personal space.
     *
     * @return a view that shares credentials and connections; closing it does nothing
     */
    public CvatClient inPersonalSpace() {
        return new CvatClient(core, OrganizationContext.PERSONAL, true);
    }

    /**
     * The OkHttp client that makes the calls, for addresses that no operation has. It signs calls to this server and
     * no others.
     *
     * @return the HTTP client
     */
    public OkHttpClient http() {
        return http;
    }

    /**
     * Ends all pauses and then the session, if there is one, in ten seconds at most. Calls that still run are
     * cancelled, connections and threads let go, unless they are those of a client given. Works on an interrupted
     * thread too.
     */
    @Override
    public void close() {
        if (!view) {
            core.close();
        }
    }

    @Override
    public String toString() {
        return "CvatClient[" + core + "]";
    }
}
