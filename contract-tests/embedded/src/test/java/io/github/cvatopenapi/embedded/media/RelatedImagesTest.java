package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelatedImagesTest {

    @Test
    void picturesBelongToTheFrameThatTheirFolderNames() {
        assertThat(RelatedImages.of(List.of("pointcloud/1.pcd", "related_images/1_pcd/front.png", "pointcloud/2.pcd",
                "related_images/2_pcd/left.png", "related_images/2_pcd/right.png", "related_images/3_pcd/a.png")))
                .isEqualTo(Map.of("pointcloud/1.pcd", List.of("related_images/1_pcd/front.png"),
                        "pointcloud/2.pcd", List.of("related_images/2_pcd/left.png",
                                "related_images/2_pcd/right.png")));
    }

    @Test
    void framesMayBePicturesToo() {
        assertThat(RelatedImages.of(List.of("in/a.jpg", "in/b.jpg", "in/related_images/b_jpg/side.png")))
                .isEqualTo(Map.of("in/a.jpg", List.of(), "in/b.jpg", List.of("in/related_images/b_jpg/side.png")));
    }

    @Test
    void besidePointCloudsOtherPicturesAreNoFrames() {
        assertThat(RelatedImages.of(List.of("1.pcd", "notes.png", "a/b/c/1.pcd", "related_images/1_pcd/x.png")))
                .isEqualTo(Map.of("1.pcd", List.of("related_images/1_pcd/x.png"), "a/b/c/1.pcd", List.of()));
    }

    @Test
    void thePlaceOfAPictureIsOneWhereItIsFound() {
        for (String frame : List.of("1.pcd", "pointcloud/1.pcd", "a/b/photo.of.it.jpg")) {
            String picture = RelatedImages.place(frame, "front.png");
            assertThat(RelatedImages.of(List.of(frame, picture))).isEqualTo(Map.of(frame, List.of(picture)));
        }
    }
}
