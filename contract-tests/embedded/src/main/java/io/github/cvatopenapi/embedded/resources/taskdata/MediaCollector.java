package io.github.cvatopenapi.embedded.resources.taskdata;

import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.media.Archives;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.media.FrameOrder;
import io.github.cvatopenapi.embedded.media.Images;
import io.github.cvatopenapi.embedded.media.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Gathers the pictures of a task from uploads, archives, the server's files and other servers. For one thread. */
public final class MediaCollector {

    private static final long LARGEST_DOWNLOAD = 64L << 20;

    private final DataOptions options;
    private final Path directory;
    private final Map<String, Path> found = new LinkedHashMap<>();
    private List<String> listed = List.of();

    public MediaCollector(DataOptions options, Path directory) {
        this.options = options;
        this.directory = directory;
    }

    /** Takes uploaded files; archives are unpacked beside them. */
    public void uploaded(Map<String, Path> files) throws IOException {
        List<String> names = options.order().isEmpty() ? List.copyOf(files.keySet()) : new ArrayList<>(options.order());
        for (String name : names) {
            if (!files.containsKey(name)) {
                throw new Work.Failure("The file '" + name + "' in upload_file_order was not uploaded");
            }
            add(name, files.get(name));
        }
    }

    private void add(String name, Path file) throws IOException {
        if (Images.isImageName(name)) {
            found.put(name, file);
        } else if (name.endsWith(".jsonl")) {
            listed = Manifest.read(file).stream().map(Manifest.Entry::name).toList();
        } else if (Archives.isZip(file)) {
            Path into = Files.createDirectories(directory.resolve("unpacked").resolve(String.valueOf(found.size())));
            for (String entry : Archives.unpack(file, into, Archives.Limits.DEFAULT)) {
                if (Images.isImageName(entry)) {
                    found.put(entry, into.resolve(entry));
                }
            }
        }
    }

    /** Takes the server's files that are named; of folders all that is in them. */
    public void onServer() throws IOException {
        List<String> manifests = options.serverFiles().stream().filter(each -> each.endsWith(".jsonl")).toList();
        for (String manifest : manifests) {
            requireExists(Archives.inside(options.source(), plain(manifest)), manifest);
        }
        for (String named : options.serverFiles()) {
            Path path = Archives.inside(options.source(), plain(named));
            requireExists(path, named);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        offer(file);
                    }
                }
            } else if (!named.endsWith(".jsonl")) {
                offer(path);
            } else if (options.serverFiles().size() == 1 || options.pattern() != null) {
                for (Manifest.Entry entry : Manifest.read(path)) {
                    offer(Archives.inside(path.getParent(), entry.name()));
                }
            }
        }
    }

    private static String plain(String name) {
        return name.replaceAll("^/+|/+$", "");
    }

    private static void requireExists(Path path, String name) {
        if (!Files.exists(path)) {
            throw new Work.Failure("No such file or directory: '" + name + "'");
        }
    }

    private void offer(Path file) throws IOException {
        String name = options.source().relativize(file).toString().replace('\\', '/');
        boolean excluded = options.exclude().stream().map(MediaCollector::plain)
                .anyMatch(each -> name.equals(each) || name.startsWith(each + "/"));
        if (!excluded && fits(name)) {
            if (Images.isImageName(name)) {
                found.put(name, file);
            } else if (!name.endsWith(".jsonl")) {
                add(name, file);
            }
        }
    }

    private boolean fits(String name) {
        if (options.pattern() == null) {
            return true;
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + options.pattern().replace("*", "**"));
        return matcher.matches(Path.of(name));
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

    /** All that was gathered, in the order wished for; a failure where nothing was. */
    public List<Frame> frames(Random random) {
        if (found.isEmpty()) {
            throw new Work.Failure("No media data found");
        }
        List<String> names = new ArrayList<>(found.keySet());
        FrameOrder order = FrameOrder.of(options.sorting());
        if (!options.mapping().isEmpty()) {
            names = options.mapping().stream().flatMap(List::stream).toList();
        } else if (order == FrameOrder.PREDEFINED && !listed.isEmpty()) {
            names = listed;
        } else {
            names = order.sort(names, random);
        }
        List<Frame> frames = new ArrayList<>(names.size());
        for (String name : names) {
            if (!found.containsKey(name)) {
                throw new Work.Failure("Uploaded files do not match: '" + name + "' is named but was not uploaded");
            }
            frames.add(Frame.of(name, found.get(name)));
        }
        return frames;
    }
}
