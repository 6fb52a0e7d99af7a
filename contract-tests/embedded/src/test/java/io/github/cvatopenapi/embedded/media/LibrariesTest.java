package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class path of a user who tests with neither video nor documents. */
class LibrariesTest {

    @TempDir
    Path dir;

    private Object open(ClassLoader loader, String name) throws ReflectiveOperationException {
        Method open = loader.loadClass(MediaFile.class.getName()).getMethod("open", Path.class, String.class,
                Path.class);
        return open.invoke(null, MediaSamples.file(name), name, dir);
    }

    private static URLClassLoader without(String... libraries) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (List.of(libraries).stream().noneMatch(each::contains)) {
                urls.add(new File(each).toURI().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @Test
    void picturesAndPointCloudsNeedNoLibraryAndTheOthersNameTheirs() throws Exception {
        try (URLClassLoader loader = without("jcodec", "pdfbox", "fontbox", "imageio")) {
            assertThat(open(loader, "images.zip").toString()).contains("b/2.png");
            assertThat(open(loader, "clouds.zip").toString()).contains("pointcloud/000002.pcd");
            assertThatThrownBy(() -> open(loader, "clip.mp4")).cause()
                    .hasMessageContaining("org.jcodec:jcodec-javase on the class path");
            assertThatThrownBy(() -> open(loader, "book.pdf")).cause()
                    .hasMessageContaining("org.apache.pdfbox:pdfbox on the class path");
            assertThatThrownBy(() -> open(loader, "photo.webp")).cause()
                    .hasMessageContaining("com.twelvemonkeys.imageio:imageio-webp on the class path");
        }
    }
}
