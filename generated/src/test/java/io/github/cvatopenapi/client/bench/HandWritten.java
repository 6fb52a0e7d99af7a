package io.github.cvatopenapi.client.bench;

import com.google.gson.annotations.SerializedName;
import java.util.List;

/** The annotations as one would write them for Gson by hand: plain fields, read by reflection. */
final class HandWritten {

    private HandWritten() {
    }

    static final class Annotations {
        Integer version;
        List<Tag> tags;
        List<Shape> shapes;
        List<Track> tracks;
    }

    static final class Shape {
        String type;
        Boolean occluded;
        Boolean outside;
        @SerializedName("z_order")
        Integer zOrder;
        Double rotation;
        List<Double> points;
        Long id;
        Integer frame;
        @SerializedName("label_id")
        Integer labelId;
        Integer group;
        String source;
        List<Value> attributes;
        Double score;
        List<Shape> elements;
    }

    static final class Value {
        @SerializedName("spec_id")
        Integer specId;
        String value;
    }

    static final class Tag {
        Long id;
    }

    static final class Track {
        Long id;
    }
}
