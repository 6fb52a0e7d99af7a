package io.github.cvatopenapi.embedded.bench;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How quick an instance is: the time of a start in a warm JVM, simple GETs a second, and a filtered and sorted list
 * over ten thousand tasks. Exit code 0 when every goal is met, else 1.
 */
public final class InstanceBench {

    private static final int CONNECTIONS = 16;
    private static final long LOAD_MILLIS = 5_000;
    private static final int TASKS = 10_000;
    private static final int ROUNDS = 9;

    private InstanceBench() {
    }

    public static void main(String[] args) throws Exception {
        boolean met = start();
        try (EmbeddedCvat cvat = EmbeddedCvat.builder().throttling(false).start()) {
            met &= throughput(cvat);
            met &= list(cvat);
        }
        System.out.println(met ? "PASS" : "FAIL");
        System.exit(met ? 0 : 1);
    }

    private static boolean start() {
        EmbeddedCvat.start().close();
        return goal("start in a warm JVM", median(ROUNDS, () -> EmbeddedCvat.start().close()), "ms", 500, true);
    }

    private static boolean throughput(EmbeddedCvat cvat) throws Exception {
        load(cvat.baseUrl(), LOAD_MILLIS / 2);
        double perSecond = load(cvat.baseUrl(), LOAD_MILLIS) * 1000.0 / LOAD_MILLIS;
        return goal("GET server/about over " + CONNECTIONS + " connections", perSecond, "a second", 5_000, false);
    }

    private static long load(URI base, long millis) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long end = System.nanoTime() + millis * 1_000_000;
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                counts.add(threads.submit(connection(base, end)));
            }
            long sum = 0;
            for (Future<Long> count : counts) {
                sum += count.get();
            }
            return sum;
        } finally {
            threads.shutdown();
        }
    }

    private static Callable<Long> connection(URI base, long end) {
        return () -> {
            try (KeptConnection connection = new KeptConnection(base, "/api/server/about")) {
                long count = 0;
                while (System.nanoTime() < end) {
                    if (connection.get() != 200) {
                        throw new IOException("server/about did not answer 200");
                    }
                    count++;
                }
                return count;
            }
        };
    }

    private static boolean list(EmbeddedCvat cvat) {
        Client client = Client.user(cvat, "bench");
        for (int i = 0; i < TASKS; i++) {
            client.post("/api/tasks", "{\"name\": \"task %d\", \"labels\": []}".formatted(i % 100));
        }
        String filter = URLEncoder.encode(
                "{\"and\":[{\"in\":[\"task 4\",{\"var\":\"name\"}]},{\">\":[{\"var\":\"id\"},100]}]}",
                StandardCharsets.UTF_8);
        String path = "/api/tasks?page_size=100&sort=-name,id&filter=" + filter;
        int expected = client.get("/api/tasks?page_size=1&filter=" + filter).count();
        if (expected <= 0 || expected >= TASKS) {
            throw new IllegalStateException("the filter selects " + expected + " of " + TASKS + " tasks");
        }
        for (int i = 0; i < ROUNDS * 3; i++) {
            client.get(path);
        }
        return goal("list over " + TASKS + " tasks, filtered and sorted",
                median(ROUNDS * 3, () -> client.get(path)), "ms", 50, true);
    }

    private static double median(int rounds, Runnable work) {
        double[] millis = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis[rounds / 2];
    }

    private static boolean goal(String what, double figure, String unit, double goal, boolean most) {
        boolean met = most ? figure <= goal : figure >= goal;
        System.out.printf(Locale.ROOT, "%-55s %10.1f %-9s (goal: at %s %.0f) %s%n",
                what, figure, unit, most ? "most" : "least", goal, met ? "ok" : "MISSED");
        return met;
    }
}
