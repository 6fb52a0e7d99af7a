package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications that have the client on the module path: compiled by javac, and run in a JVM of their own. */
class ModuleTest extends ServerFixture {

    /** Everything that the client needs at run time, and nothing else. */
    private static final String MODULE_PATH = Stream.of(CvatClient.class, com.google.gson.Gson.class,
            okhttp3.OkHttpClient.class, okio.Buffer.class, kotlin.Unit.class, retrofit2.Retrofit.class)
            .map(ModuleTest::location).collect(Collectors.joining(File.pathSeparator));

    @TempDir
    Path directory;

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void serve() {
        answer(json(200, "{\"count\": 1, \"results\": [{\"id\": 7, \"name\": \"street\", "
                        + "\"created_date\": \"2026-11-24T12:00:00Z\", \"new\": {\"a\": [1]}}]}"),
                json(201, "{\"id\": 8}"), json(404, "{\"detail\": \"Not found.\"}"));
    }

    private String run(String module, String main) throws Exception {
        Path moduleInfo = Files.writeString(directory.resolve("module-info.java"), module);
        Path source = Files.writeString(Files.createDirectories(directory.resolve("app")).resolve("Main.java"), main);
        Path classes = directory.resolve("classes");
        StringWriter problems = new StringWriter();
        PrintWriter out = new PrintWriter(problems);
        int compiled = ToolProvider.findFirst("javac").orElseThrow().run(out, out, "-Xlint:all", "-Werror", "-d",
                classes.toString(), "-p", MODULE_PATH, moduleInfo.toString(), source.toString());
        assertThat(compiled).as(problems.toString()).isZero();

        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p", MODULE_PATH + File.pathSeparator + classes, "-m", "app/app.Main", server.url("/").toString()));
        Process application = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(application.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(application.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void applicationThatRequiresTheClientAlone() throws Exception {
        String output = run("module app { requires io.github.cvatopenapi.client; }", """
                package app;
                import io.github.cvatopenapi.client.*;
                import io.github.cvatopenapi.client.model.*;
                public class Main {
                    public static void main(String[] args) {
                        try (CvatClient cvat = CvatClient.builder().baseUrl(args[0])
                                .serverVersionCheck(ServerVersionCheck.OFF).build()) {
                            for (TaskRead task : cvat.list(cvat.tasks().tasksList(o -> o.search("street")))) {
                                System.out.println(task + " " + task.unknownMembers());
                            }
                            TaskWriteRequest made = new TaskWriteRequest().name("new");
                            System.out.println(cvat.execute(cvat.tasks().tasksCreate(made)).getId());
                            cvat.execute(cvat.tasks().tasksRetrieve(9));
                        } catch (CvatException e) {
                            System.out.println(e.getMessage());
                        }
                    }
                }
                """);
        assertThat(output.lines()).containsExactly(
                "TaskRead{id=7, name=street, created_date=2026-11-24T12:00Z, unknown=[new]} "
                        + "{new={\"a\":[1]}}",
                "8", "GET /api/tasks/{id}: 404: Not found.");
    }

    @Test
    void typesOfOthersThatTheClientTakesAndGivesComeAlong() throws Exception {
        String output = run("module app { requires io.github.cvatopenapi.client; }", """
                package app;
                import io.github.cvatopenapi.client.*;
                import io.github.cvatopenapi.client.api.TasksApi;
                import io.github.cvatopenapi.client.model.*;
                public class Main {
                    public static void main(String[] args) throws java.io.IOException {
                        okhttp3.OkHttpClient http = new okhttp3.OkHttpClient();
                        retrofit2.Retrofit retrofit = new retrofit2.Retrofit.Builder().baseUrl(args[0]).client(http)
                                .addConverterFactory(Json.converterFactory()).build();
                        retrofit2.Call<PaginatedTaskReadList> call = retrofit.create(TasksApi.class).tasksList();
                        TaskRead task = call.execute().body().getResults().get(0);
                        com.google.gson.JsonElement json = new com.google.gson.Gson().toJsonTree(task);
                        System.out.println(json);
                        System.out.println(new okio.Buffer().writeUtf8("okio").readUtf8());
                    }
                }
                """);
        assertThat(output.lines()).containsExactly("{\"id\":7,\"name\":\"street\","
                + "\"created_date\":\"2026-11-24T12:00:00Z\",\"new\":{\"a\":[1]}}", "okio");
    }
}
