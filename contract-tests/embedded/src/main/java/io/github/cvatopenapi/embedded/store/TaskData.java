package io.github.cvatopenapi.embedded.store;

import io.github.cvatopenapi.embedded.media.Frame;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The pictures of a task, and how they were attached. */
public final class TaskData extends Entity {

    /** Which frames ground truth is for. */
    public static final class Validation {
        /** {@code gt} or {@code gt_pool}. */
        public String mode;
        public List<Integer> frames = List.of();
        public final SortedSet<Integer> disabled = new TreeSet<>();
        public Integer framesPerJob;
        /** In a pool: frame of a job to the frame of the pool that it repeats. */
        public final SortedMap<Integer, Integer> honeypots = new TreeMap<>();
    }

    /**
     * A video that was uploaded.
     *
     * @param name its name
     */
    public record Video(String name, Path file) {
    }

    /** Where its files are; gone with the task. */
    public Path directory;
    /** By number; of a honeypot the picture that it shows now. */
    public List<Frame> frames = List.of();
    public final SortedSet<Integer> deleted = new TreeSet<>();
    public int quality;
    public int chunkSize;
    public int startFrame;
    public int stopFrame;
    public String frameFilter = "";
    public String sorting = "lexicographical";
    /** {@code local}, {@code share} or {@code cloud_storage}. */
    public String storage = "local";
    public Long cloudStorageId;
    /** The video that the frames are of, or null. */
    public Video video;
    /** Whether the chunks of a video for editors are zip files nevertheless. */
    public boolean zipChunks;
    public Instant chunksUpdated;
    /** Null without ground truth. */
    public Validation validation;

    public int size() {
        return frames.size();
    }

    public boolean isPointClouds() {
        return !frames.isEmpty() && frames.get(0).isPointCloud();
    }

    /** Whether chunks are video files: those of what was uploaded, or those for editors. */
    public boolean hasVideoChunks(boolean original) {
        return video != null && (original || !zipChunks);
    }
}
