package io.github.cvatopenapi.client.bench;

import com.google.gson.Gson;
import io.github.cvatopenapi.client.Json;
import io.github.cvatopenapi.client.model.LabeledData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Decoding and encoding of 100,000 shapes by the generated models, against the same by classes written for Gson by
 * hand; CPU time and the heap that the decoded document holds. The goal is at most {@value #GOAL} times. Of each the
 * best of some runs counts, since whatever else the machine does only ever makes one slower.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
public class ModelBench {

    private static final double GOAL = 1.05;
    private static final int SHAPES = 100_000;
    private static final int ROUNDS = 2;

    private final Gson hand = new Gson();
    private byte[] document;
    private LabeledData generatedValue;
    private HandWritten.Annotations handValue;

    @Setup
    public void read() throws IOException {
        document = Shapes.document(SHAPES);
        generatedValue = decodeGenerated();
        handValue = decodeHand();
    }

    private Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(document), StandardCharsets.UTF_8);
    }

    private static Writer writer() {
        return new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
    }

    @Benchmark
    public LabeledData decodeGenerated() throws IOException {
        try (Reader reader = reader()) {
            return Json.gson().fromJson(reader, LabeledData.class);
        }
    }

    @Benchmark
    public HandWritten.Annotations decodeHand() throws IOException {
        try (Reader reader = reader()) {
            return hand.fromJson(reader, HandWritten.Annotations.class);
        }
    }

    @Benchmark
    public void encodeGenerated() throws IOException {
        try (Writer writer = writer()) {
            Json.gson().toJson(generatedValue, writer);
        }
    }

    @Benchmark
    public void encodeHand() throws IOException {
        try (Writer writer = writer()) {
            hand.toJson(handValue, writer);
        }
    }

    /** Prints the ratios. Exits with 1 when one is beyond the goal. */
    public static void main(String[] args) throws RunnerException, IOException {
        Options options = new OptionsBuilder().include(ModelBench.class.getName() + "\\.").forks(1)
                .addProfiler(CpuTime.class)
                .jvmArgs("-Xms3g", "-Xmx3g", "-Xmn2g", "-XX:+UseSerialGC").build();
        List<RunResult> results = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            results.addAll(new Runner(options).run());
        }
        boolean held = report("decode", best(results, "decodeGenerated"), best(results, "decodeHand"), "ms CPU")
                & report("encode", best(results, "encodeGenerated"), best(results, "encodeHand"), "ms CPU")
                & heap();
        System.exit(held ? 0 : 1);
    }

    private static double best(List<RunResult> results, String benchmark) {
        return results.stream().filter(each -> each.getPrimaryResult().getLabel().equals(benchmark))
                .mapToDouble(each -> each.getSecondaryResults().get(CpuTime.LABEL).getStatistics().getMin())
                .min().orElseThrow();
    }

    private static boolean report(String what, double generated, double hand, String unit) {
        System.out.printf(Locale.ROOT,
                "%s of %,d shapes: generated %.1f %s, hand-written %.1f %s, ratio %.3f (goal %.2f)%n",
                what, SHAPES, generated, unit, hand, unit, generated / hand, GOAL);
        return generated / hand <= GOAL;
    }

    private static boolean heap() throws IOException {
        ModelBench bench = new ModelBench();
        bench.document = Shapes.document(SHAPES);
        bench.decodeGenerated();
        bench.decodeHand();
        long before = used();
        bench.generatedValue = bench.decodeGenerated();
        long generated = used() - before;
        bench.generatedValue = null;
        before = used();
        bench.handValue = bench.decodeHand();
        long hand = used() - before;
        return report("heap held after decoding", generated / 1e6, hand / 1e6, "MB");
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
