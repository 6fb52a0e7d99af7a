package io.github.cvatopenapi.embedded.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is whose counterpart: the pairs that are alike enough, so that all pairs together are as alike as they can be.
 *
 * @param pairs  in the order of the first list
 * @param first  those of the first list without a counterpart
 * @param second those of the second
 */
public record Matching(List<Pair> pairs, List<AnnotatedObject> first, List<AnnotatedObject> second) {

    /** Two that belong together, and how alike they are. */
    public record Pair(AnnotatedObject first, AnnotatedObject second, double similarity) {
    }

    /** How alike two objects are. */
    @FunctionalInterface
    public interface Measure {
        double of(AnnotatedObject a, AnnotatedObject b);
    }

    public static Matching of(List<AnnotatedObject> first, List<AnnotatedObject> second, Measure measure,
            double least) {
        double[][] alike = new double[first.size()][second.size()];
        for (int i = 0; i < first.size(); i++) {
            for (int j = 0; j < second.size(); j++) {
                double similarity = measure.of(first.get(i), second.get(j));
                alike[i][j] = similarity >= least && similarity > 0 ? similarity : 0;
            }
        }
        int[] partner = best(alike, first.size(), second.size());
        List<Pair> pairs = new ArrayList<>();
        List<AnnotatedObject> lonely = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            if (partner[i] >= 0 && alike[i][partner[i]] > 0) {
                pairs.add(new Pair(first.get(i), second.get(partner[i]), alike[i][partner[i]]));
                taken.add(partner[i]);
            } else {
                lonely.add(first.get(i));
            }
        }
        List<AnnotatedObject> rest = new ArrayList<>();
        for (int j = 0; j < second.size(); j++) {
            if (!taken.contains(j)) {
                rest.add(second.get(j));
            }
        }
        return new Matching(pairs, lonely, rest);
    }

    /** The assignment of greatest sum, by the Hungarian method; -1 for rows that are left over. */
    private static int[] best(double[][] gain, int rows, int columns) {
        int size = Math.max(rows, columns);
        double[] rowPotential = new double[size + 1];
        double[] columnPotential = new double[size + 1];
        int[] rowOf = new int[size + 1];
        int[] way = new int[size + 1];
        for (int row = 1; row <= size; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] least = new double[size + 1];
            Arrays.fill(least, Double.MAX_VALUE);
            boolean[] used = new boolean[size + 1];
            do {
                used[column] = true;
                double delta = Double.MAX_VALUE;
                int next = 0;
                for (int j = 1; j <= size; j++) {
                    if (!used[j]) {
                        double cost = 1 - gain(gain, rowOf[column] - 1,
                                j - 1) - rowPotential[rowOf[column]] - columnPotential[j];
                        if (cost < least[j]) {
                            least[j] = cost;
                            way[j] = column;
                        }
                        if (least[j] < delta) {
                            delta = least[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= size; j++) {
                    if (used[j]) {
                        rowPotential[rowOf[j]] += delta;
                        columnPotential[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            while (column != 0) {
                rowOf[column] = rowOf[way[column]];
                column = way[column];
            }
        }
        int[] partner = new int[rows];
        Arrays.fill(partner, -1);
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] <= rows) {
                partner[rowOf[j] - 1] = j - 1;
            }
        }
        return partner;
    }

    private static double gain(double[][] gain, int row, int column) {
        return row < gain.length && column < gain[row].length ? gain[row][column] : 0;
    }
}
