package io.github.cvatopenapi.embedded.resources.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rules that a new password must keep. */
final class Passwords {

    private static final int LEAST = 8;
    private static final Set<String> COMMON = Set.of(
            "123", "1234", "12345", "123456", "1234567", "12345678", "123456789", "1234567890",
            "password", "password1", "passw0rd", "qwerty", "qwertyui", "qwerty123",
            "iloveyou", "sunshine", "princess", "football", "11111111",
            "abc12345", "letmein1", "baseball", "trustno1", "superman", "a");

    private Passwords() {
    }

    /** What is wrong with it, in the words of the server; empty for nothing. */
    static List<String> wrongs(String password, String username) {
        List<String> wrongs = new ArrayList<>();
        String lower = password.toLowerCase(Locale.ROOT);
        if (!username.isEmpty() && lower.contains(username.toLowerCase(Locale.ROOT))) {
            wrongs.add("The password is too similar to the username.");
        }
        if (password.length() < LEAST) {
            wrongs.add("This password is too short. It must contain at least " + LEAST + " characters.");
        }
        if (COMMON.contains(lower)) {
            wrongs.add("This password is too common.");
        }
        if (password.chars().allMatch(Character::isDigit)) {
            wrongs.add("This password is entirely numeric.");
        }
        return wrongs;
    }
}
