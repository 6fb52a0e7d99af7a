package io.github.cvatopenapi.embedded.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void knowsTheFormatsOfTheRecordedServer() {
        assertThat(AnnotationJson.objects(Formats.list(), "exporters")).hasSize(32);
        assertThat(AnnotationJson.objects(Formats.list(), "importers")).hasSize(30);
        assertThat(Formats.isExporter("YOLO 1.1")).isTrue();
        assertThat(Formats.isExporter("CVAT 1.1")).isFalse();
        assertThat(Formats.isImporter("CVAT 1.1")).isTrue();
        assertThat(Formats.isImporter("No Such 1.0")).isFalse();
    }

    @Test
    void saysWhichAreNotWrittenHere() {
        assertThatThrownBy(() -> Formats.exporter("YOLO 1.1")).isInstanceOf(FormatException.class)
                .hasMessageContaining("'YOLO 1.1' is not written").hasMessageContaining("COCO 1.0");
        assertThatThrownBy(() -> Formats.importer("PASCAL VOC 1.1")).hasMessageContaining("not read");
    }
}
