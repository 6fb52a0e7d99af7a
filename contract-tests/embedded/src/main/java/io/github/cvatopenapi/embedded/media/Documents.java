package io.github.cvatopenapi.embedded.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Turns the pages of a PDF into pictures. Not to be touched where the library is missing. */
final class Documents {

    /** More pages than this are refused. */
    static final int MAX_PAGES = 1000;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    /** As many pixels for an inch of paper as the server makes. */
    private static final float SCALE = 200f / 72;
    private static final int QUALITY = 75;

    private Documents() {
    }

    /**
     * Draws all pages into files.
     *
     * @param name of the document, for the names of its pages
     * @param into an existing directory
     * @return the names of the files in it, in the order of the pages
     * @throws MediaException if it is no PDF, or one of too many or too large pages
     */
    static List<String> draw(Path file, String name, Path into) {
        return TimeLimit.run("The document '" + name + "'", LIMIT, () -> {
            try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
                return draw(document, name, into);
            }
        });
    }

    private static List<String> draw(PDDocument document, String name, Path into) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages > MAX_PAGES) {
            throw new MediaException("The document '" + name + "' has " + pages + " pages, at most " + MAX_PAGES
                    + " are read");
        }
        String stem = name.replaceAll("\\.[^./]*$", "");
        int digits = String.valueOf(pages).length();
        List<String> names = new ArrayList<>();
        PDFRenderer renderer = new Careful(document);
        for (int each = 0; each < pages && !Thread.currentThread().isInterrupted(); each++) {
            String page = String.format(Locale.ROOT, "%s000000000.jpeg-%0" + digits + "d.jpg", stem, each + 1);
            Path target = Archives.inside(into, page);
            Files.createDirectories(target.getParent());
            try (OutputStream out = Files.newOutputStream(target)) {
                Images.encodeJpeg(draw(renderer, document.getPage(each), each, page), QUALITY, out);
            }
            names.add(page);
        }
        return names;
    }

    private static BufferedImage draw(PDFRenderer renderer, PDPage page, int number, String name)
            throws IOException {
        boolean turned = page.getRotation() % 180 != 0;
        float across = turned ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
        float down = turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
        int width = (int) Math.max(1, Math.ceil(across * SCALE));
        int height = (int) Math.max(1, Math.ceil(down * SCALE));
        Images.check(new ImageInfo(width, height, "pdf"), name);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        renderer.renderPageToGraphics(number, graphics, SCALE);
        graphics.dispose();
        return picture;
    }

    /** Refuses pages with a picture that would not fit into memory. */
    private static final class Careful extends PDFRenderer {

        Careful(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                public void drawImage(PDImage image) throws IOException {
                    if ((long) image.getWidth() * image.getHeight() > Images.MAX_PIXELS) {
                        throw new MediaException("The document has a picture of " + image.getWidth() + "x"
                                + image.getHeight() + ", at most " + Images.MAX_PIXELS + " pixels are read");
                    }
                    super.drawImage(image);
                }
            };
        }
    }
}
