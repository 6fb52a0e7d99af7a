package io.github.cvatopenapi.client;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What goes wrong with local files, in sentences that name the file. */
final class Disk {

    private Disk() {
    }

    static CvatException unreadable(Path file, IOException failure) {
        return new CvatException("read " + file.toAbsolutePath(), reason(failure), "", failure);
    }

    static CvatException unreadable(Path file, String why) {
        return new CvatException("read " + file.toAbsolutePath(), why, "", null);
    }

    static CvatException unwritable(Path file, IOException failure) {
        return unwritable(file, reason(failure), failure);
    }

    static CvatException unwritable(Path file, String why) {
        return unwritable(file, why, null);
    }

    static CvatException unwritable(Path file, String why, IOException failure) {
        return new CvatException("write " + file.toAbsolutePath(), why, "", failure);
    }

    /** Many failures of files have no message but the file's name. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or directory";
        } else if (failure instanceof AccessDeniedException) {
            return "access is denied";
        } else if (failure instanceof NotDirectoryException) {
            return "it is no directory";
        } else if (failure instanceof FileAlreadyExistsException) {
            return "something of that name is there already";
        }
        String message = failure instanceof FileSystemException files ? files.getReason() : failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
