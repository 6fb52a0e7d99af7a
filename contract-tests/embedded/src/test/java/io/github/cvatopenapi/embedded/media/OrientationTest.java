package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the corners A B (top) and C D (bottom) of a picture go, by the numbers of the EXIF standard. */
class OrientationTest {

    @ParameterizedTest
    @CsvSource({"1, ABCD", "2, BADC", "3, DCBA", "4, CDAB", "5, ACBD", "6, CADB", "7, DBCA", "8, BDAC"})
    void turnsAsTheNumberSays(int number, String corners) {
        BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 'A');
        picture.setRGB(2, 0, 'B');
        picture.setRGB(0, 1, 'C');
        picture.setRGB(2, 1, 'D');

        BufferedImage turned = new Orientation(number).turn(picture);

        assertThat(turned.getWidth()).isEqualTo(number >= 5 ? 2 : 3);
        int right = turned.getWidth() - 1;
        int bottom = turned.getHeight() - 1;
        int[][] places = {{0, 0}, {right, 0}, {0, bottom}, {right, bottom}};
        StringBuilder seen = new StringBuilder();
        for (int[] place : places) {
            seen.append((char) (turned.getRGB(place[0], place[1]) & 0xff));
        }
        assertThat(seen).hasToString(corners);
    }
}
