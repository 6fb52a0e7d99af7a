package io.github.cvatopenapi.embedded.resources.instance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How an instance behaves.
 *
 * @param directory          for everything it writes; gone when it closes
 * @param workTime           how long asynchronous work takes at least
 * @param mailDirectory      where mail is written, one file each; null for no mail
 * @param confirmInvitations whether an invited user has to accept
 * @param functions          whether there is a function service
 * @param throttled          whether the limits on calls are kept
 * @param buckets            real paths of folders that are buckets, by name
 */
public record InstanceSettings(Path directory, Duration workTime, Path mailDirectory, boolean confirmInvitations,
        boolean functions, boolean throttled, Map<String, Path> buckets) {
}
