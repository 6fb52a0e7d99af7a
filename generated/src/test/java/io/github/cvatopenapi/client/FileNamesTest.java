package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that servers give to downloads, as the disk gets them. */
class FileNamesTest {

    /** As CVAT 2.58.1 sent it for a project's backup. */
    private static final String RECORDED = "attachment; "
            + "filename=\"project_strae \\\\\\\"q\\\\\\\" _backup_2026_11_27.zip\"; "
            + "filename*=UTF-8''project_stra%C3%9Fe%20%5C%5C%5C%22q%5C%5C%5C%22%20%E6%97%A5%E6%9C%AC"
            + "_backup_2026_11_27.zip";

    private static String name(String disposition) {
        return FileNames.of(disposition, FileSystems.getDefault());
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "attachment; filename=\"task 1.zip\" | task 1.zip",
        "attachment; filename=plain.zip | plain.zip",
        "filename=plain.zip | plain.zip",
        "attachment; FileName = \"x.zip\" ; size=3 | x.zip",
        "attachment; filename=\"fallback.zip\"; filename*=UTF-8''na%C3%AFve+1.zip | na\u00efve+1.zip",
        "attachment; filename*=utf-8'de'na%C3%AFve.zip | na\u00efve.zip",
        "attachment; filename*=ISO-8859-1''na%EFve.zip | na\u00efve.zip",
        "attachment; filename=\"a \\\"quoted\\\" name.zip\" | a _quoted_ name.zip",
        "attachment; filename=\"a;filename=b.zip\" | a;filename=b.zip",
        "attachment; xfilename=\"a.zip\"; filename=b.zip | b.zip",
        "attachment; filename=\"../../etc/passwd\" | _.._etc_passwd",
        "attachment; filename=\"C:\\\\temp\\\\x.zip\" | C_temp_x.zip",
        "attachment; filename=\".hidden\" | hidden",
        "attachment; filename=\"ends. .\" | ends",
        "attachment; filename=\"NUL.zip\" | _NUL.zip",
        "attachment; filename=\"null.zip\" | null.zip",
        "attachment; filename=\"..\" | download",
        "attachment; filename*=UTF-8''%zz; filename=\"b.zip\" | b.zip",
        "attachment; filename*=X-UNKNOWN''a; filename=\"b.zip\" | b.zip",
        "attachment; filename*=''; filename=\"b.zip\" | b.zip",
        "attachment; filename=\"open.zip | download",
        "attachment | download",
    })
    void asTheDiskGetsThem(String disposition, String name) {
        assertThat(name(disposition)).isEqualTo(name);
    }

    @Test
    void recordedNameKeepsWhatCanBeKept() {
        assertThat(name(RECORDED)).isEqualTo("project_stra\u00dfe _q_ \u65e5\u672c_backup_2026_11_27.zip");
    }

    @Test
    void noHeader() {
        assertThat(name(null)).isEqualTo("download");
    }

    @Test
    void longNamesKeepTheirEnding() {
        for (String unit : List.of("x", "\u00df", "\u65e5", "\ud83d\ude00")) {
            String name = name("attachment; filename=\"" + unit.repeat(300) + ".zip\"");
            assertThat(name).matches("(?:" + unit + ")+\\.zip");
            assertThat(bytes(name)).isBetween(256 - bytes(unit), 255);
            String numbered = FileNames.withSuffix(name, "_12");
            assertThat(numbered).matches("(?:" + unit + ")+_12\\.zip");
            assertThat(bytes(numbered)).isBetween(256 - bytes(unit), 255);
        }
    }

    @Test
    void endingThatIsNone() {
        String name = name("attachment; filename=\"a." + "x".repeat(300) + "\"");
        assertThat(name).startsWith("a.xxx").hasSize(255);
    }

    @Test
    void headerOfAMegabyte() {
        for (String unit : List.of("a", "\\\\", "\\\"", "; a=\"b\"", ";", "filename=")) {
            String text = unit.repeat((1 << 20) / unit.length());
            assertThat(bytes(name("attachment; filename=\"" + text + "\""))).isBetween(1, 255);
            assertThat(bytes(name("attachment; filename*=UTF-8''" + text))).isBetween(1, 255);
            assertThat(bytes(name(text))).isBetween(1, 255);
        }
    }
}
