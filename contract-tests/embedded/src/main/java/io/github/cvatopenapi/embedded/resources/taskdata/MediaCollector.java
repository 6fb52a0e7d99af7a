package io.github.cvatopenapi.embedded.resources.taskdata;

import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.media.Archives;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.media.FrameOrder;
import io.github.cvatopenapi.embedded.media.Manifest;
import io.github.cvatopenapi.embedded.media.MediaFile;
import io.github.cvatopenapi.embedded.media.MediaKind;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.PatternSyntaxException;

/** Gathers the pictures of a task from uploads, archives, the server's files and other servers. For one thread. */
public final class MediaCollector {

    private static final long LARGEST_DOWNLOAD = 64L << 20;

    private final DataOptions options;
    private final Path directory;
    /** Pictures and point clouds by themselves. */
    private final Map<String, Path> loose = new LinkedHashMap<>();
    /** Files that hold frames: videos, archives and documents. */
    private final Map<String, Path> packed = new LinkedHashMap<>();
    private List<String> listed = List.of();

    /**
     * What was gathered.
     *
     * @param frames in the order wished for
     * @param video  what they are the frames of, or null
     * @param packed whether they were in a file such as a video or an archive
     */
    public record Gathered(List<Frame> frames, TaskData.Video video, boolean packed) {
    }

    public MediaCollector(DataOptions options, Path directory) {
        this.options = options;
        this.directory = directory;
    }

    /** Takes uploaded files. */
    public void uploaded(Map<String, Path> files) {
        List<String> names = options.order().isEmpty() ? List.copyOf(files.keySet()) : new ArrayList<>(options.order());
        for (String ordered : names) {
            // of a path as Windows writes it, a form keeps the last part
            String name = files.containsKey(ordered) ? ordered : ordered.substring(ordered.lastIndexOf('\\') + 1);
            if (!files.containsKey(name)) {
                throw new Work.Failure("The file '" + ordered + "' in upload_file_order was not uploaded");
            }
            add(name, files.get(name));
        }
    }

    private void add(String name, Path file) {
        switch (MediaKind.of(name)) {
            case PICTURE, POINT_CLOUD -> loose.put(name, file);
            case ARCHIVE, VIDEO, DOCUMENT -> packed.put(name, file);
            case MANIFEST -> listed = MediaFile.open(file, name, directory).manifest();
            case OTHER -> {
            }
        }
    }

    /** Takes the server's files that are named; of folders all that is in them. */
    public void onServer() throws IOException {
        List<String> manifests = options.serverFiles().stream().filter(each -> each.endsWith(".jsonl")).toList();
        for (String manifest : manifests) {
            if (options.source().file(plain(manifest)) == null) {
                throw new Work.Failure(options.source().missing(manifest));
            }
        }
        for (String named : options.serverFiles()) {
            if (!named.endsWith(".jsonl")) {
                for (String name : requireExists(named)) {
                    offer(name);
                }
            } else if (options.serverFiles().size() == 1 || options.pattern() != null) {
                String folder = plain(named).substring(0, plain(named).lastIndexOf('/') + 1);
                for (Manifest.Entry entry : Manifest.read(options.source().file(plain(named)))) {
                    requireExists(folder + entry.name());
                    offer(folder + entry.name());
                }
            }
        }
    }

    /** The names of the server's files that a name stands for. */
    private List<String> requireExists(String named) {
        List<String> names = options.source().below(plain(named));
        if (names.isEmpty()) {
            throw new Work.Failure(options.source().missing(named));
        }
        return names;
    }

    private static String plain(String name) {
        return name.replaceAll("^/+|/+$", "");
    }

    private void offer(String name) throws IOException {
        boolean excluded = options.exclude().stream().map(MediaCollector::plain)
                .anyMatch(each -> name.equals(each) || name.startsWith(each + "/"));
        if (excluded || !fits(name) || MediaKind.of(name) == MediaKind.MANIFEST) {
            return;
        }
        Path file = options.source().file(name);
        if (file == null) {
            throw new Work.Failure(options.source().missing(name));
        }
        if (options.bucket() != null && (options.copied() || !MediaKind.of(name).isFrame())) {
            Path copy = Archives.inside(directory, name);
            Files.createDirectories(copy.getParent());
            file = Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        add(name, file);
    }

    private boolean fits(String name) {
        if (options.pattern() == null) {
            return true;
        }
        try {
            String glob = options.pattern().replaceAll("([\\\\{}])", "\\\\$1").replace("*", "**");
            return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name));
        } catch (PatternSyntaxException bad) {
            throw new Work.Failure("The filename_pattern '" + options.pattern() + "' cannot be read: it may have *, ? "
                    + "and [characters]");
        }
    }

    /** Fetches pictures from other servers. */
    public void fromElsewhere() throws IOException, InterruptedException {
        for (String url : options.remoteFiles()) {
            URI address = address(url);
            String name = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
            Path file = Archives.inside(directory, name);
            HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
            HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
            HttpResponse<InputStream> response;
            try {
                response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            } catch (IOException unreachable) {
                throw new Work.Failure("Failed to download " + url + ": the server cannot be reached");
            }
            try (InputStream in = response.body()) {
                if (response.statusCode() != 200) {
                    throw new Work.Failure("Failed to download " + url + "; HTTP error " + response.statusCode());
                }
                byte[] bytes = in.readNBytes((int) LARGEST_DOWNLOAD + 1);
                if (bytes.length > LARGEST_DOWNLOAD) {
                    throw new Work.Failure("Failed to download " + url + ": it is larger than " + LARGEST_DOWNLOAD
                            + " bytes");
                }
                Files.write(file, bytes);
            }
            add(name, file);
        }
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url);
            if (List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one message.
        }
        throw new Work.Failure("Unsupported URL '" + url + "'. Only http and https are supported");
    }

    /** All that was gathered; a failure where nothing was, or what does not go together. */
    public Gathered gathered(Random random) {
        requireOneKind();
        if (packed.isEmpty()) {
            return new Gathered(sorted(MediaFile.together(loose, directory), random), null, false);
        }
        String name = packed.keySet().iterator().next();
        MediaFile file = MediaFile.open(packed.get(name), name, directory);
        return switch (file.kind()) {
            case VIDEO -> new Gathered(file.frames(), new TaskData.Video(name, packed.get(name)),
                    true);
            case ARCHIVE -> new Gathered(archived(file, random), null, true);
            default -> new Gathered(file.frames(), null, true);
        };
    }

    private void requireOneKind() {
        if (packed.size() + (loose.isEmpty() ? 0 : 1) > 1) {
            throw new Work.Failure("ValueError: Only one video, archive, pdf, zip or many image, directory can be used "
                    + "simultaneously,             but " + loose.size() + " image(s), " + count(MediaKind.VIDEO)
                    + " video(s), 0 archive(s), 0 directory(s), " + count(MediaKind.DOCUMENT) + " pdf(s), "
                    + count(MediaKind.ARCHIVE) + " zip(s) found.\n");
        }
    }

    private long count(MediaKind kind) {
        return packed.keySet().stream().filter(each -> MediaKind.of(each) == kind).count();
    }

    private List<Frame> archived(MediaFile archive, Random random) {
        if (!archive.manifest().isEmpty()) {
            listed = archive.manifest();
        }
        if (FrameOrder.of(options.sorting()) == FrameOrder.PREDEFINED && listed.isEmpty()) {
            throw new Work.Failure("FileNotFoundError: Can't find upload manifest file 'manifest.jsonl' in the "
                    + "uploaded files. When the 'predefined' sorting method is used, this file is required in the "
                    + "input files. Read more: https://docs.cvat.ai/docs/manual/advanced/dataset_manifest/\n");
        }
        return sorted(archive.frames(), random);
    }

    private List<Frame> sorted(List<Frame> frames, Random random) {
        if (frames.isEmpty()) {
            throw new Work.Failure("No media data found");
        }
        Map<String, Frame> byName = new LinkedHashMap<>();
        frames.forEach(each -> byName.put(each.name(), each));
        List<String> names = new ArrayList<>(byName.keySet());
        FrameOrder order = FrameOrder.of(options.sorting());
        if (!options.mapping().isEmpty()) {
            if (order != FrameOrder.LEXICOGRAPHICAL) {
                throw new Work.Failure("job_file_mapping cannot be used with sorting_method");
            }
            names = options.mapping().stream().flatMap(List::stream).toList();
        } else if (order == FrameOrder.PREDEFINED && !listed.isEmpty()) {
            names = listed;
        } else {
            names = order.sort(names, random);
        }
        for (String name : names) {
            if (!byName.containsKey(name)) {
                throw new Work.Failure("Uploaded files do not match: '" + name + "' is named but was not uploaded");
            }
        }
        return names.stream().map(byName::get).toList();
    }
}
