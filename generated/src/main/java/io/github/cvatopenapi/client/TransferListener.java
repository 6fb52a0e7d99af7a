package io.github.cvatopenapi.client;

/**
 * Is told how far an upload or download is. Called on the transferring thread, some times a second at most per file.
 */
@FunctionalInterface
public interface TransferListener {

    /**
     * Some more was transferred. The number can fall when a transfer goes on after a cut from further back.
     *
     * @param bytes how many bytes are over, of all files together
     * @param total how many there are, or -1 when the server does not say
     */
    void transferred(long bytes, long total);
}
