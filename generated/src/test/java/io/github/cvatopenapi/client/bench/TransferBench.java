package io.github.cvatopenapi.client.bench;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.ServerVersionCheck;
import io.github.cvatopenapi.client.Target;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Uploads and downloads one big file through a local server and watches the heap, which must not grow with the file.
 * Argument: the file's size in MiB, 1024 if not given. Exit code 0 when the heap grew by at most 64 MiB, else 1.
 */
public final class TransferBench {

    private static final long MIB = 1024 * 1024;
    private static final long MOST_GROWTH = 64 * MIB;
    private static final long INTERVAL_MILLIS = 50;

    private TransferBench() {
    }

    /** A transfer to be measured. */
    private interface Transfer {
        void run() throws IOException;
    }

    public static void main(String[] args) throws Exception {
        boolean passed = passes(args.length > 0 ? Long.parseLong(args[0]) : 1024);
        System.out.println(passed ? "PASS" : "FAIL");
        System.exit(passed ? 0 : 1);
    }

    /** Whether both transfers of a file of that many MiB are whole and keep the heap within its bounds. */
    static boolean passes(long mebibytes) throws Exception {
        long size = mebibytes * MIB;
        Path directory = Files.createTempDirectory("transfer-bench");
        Path file = directory.resolve("big.zip");
        try (BigFileServer server = new BigFileServer(size);
                CvatClient client = CvatClient.builder().baseUrl(server.url())
                        .serverVersionCheck(ServerVersionCheck.OFF).build()) {
            try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
                empty.setLength(size);
            }
            boolean up = measure("upload", size, () -> client.imports().dataset(1, "CVAT 1.1", file));
            Files.delete(file);
            boolean down = measure(
                    "download", size, () -> client.exports().dataset(Target.project(1), "CVAT 1.1", true, file));
            boolean whole = server.received() == size && Files.size(file) == size;
            System.out.println(whole ? "both transfers are whole" : "FAIL: a transfer is not whole");
            return up && down && whole;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    private static boolean measure(String name, long size, Transfer transfer) throws IOException, InterruptedException {
        long before = heldHeap();
        AtomicLong peak = new AtomicLong(before);
        Thread sampler = new Thread(() -> sample(peak), "heap-sampler");
        sampler.setDaemon(true);
        long start = System.nanoTime();
        sampler.start();
        transfer.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        sampler.interrupt();
        sampler.join();
        long growth = peak.get() - before;
        boolean passed = growth <= MOST_GROWTH;
        System.out.printf(Locale.ROOT,
                "%-8s %d MiB in %.1f s, %.0f MiB/s; heap held grew by at most %.1f MiB of %d: %s%n",
                name, size / MIB, seconds, size / MIB / seconds, growth / (double) MIB, MOST_GROWTH / MIB,
                passed ? "PASS" : "FAIL");
        return passed;
    }

    private static void sample(AtomicLong peak) {
        try {
            while (true) {
                Thread.sleep(INTERVAL_MILLIS);
                peak.accumulateAndGet(heldHeap(), Math::max);
            }
        } catch (InterruptedException e) {
            // The transfer is over.
        }
    }

    /** The heap that is really held: after a collection. */
    private static long heldHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
