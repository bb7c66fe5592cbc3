package dev.wspact.junit5.internal.provider;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the contracts of a test. */
public final class Folder {
    private Folder() {}

    /**
     * The directory or file: relative to the working directory, or on the class path where it is a directory of files there.
     * If there is none, the name itself, so that whoever reads it says that it is not there.
     */
    public static Path find(String name, ClassLoader loader) {
        Path file = Path.of(name);
        URL resource = Files.exists(file) ? null : loader.getResource(name);
        if (resource == null || !"file".equals(resource.getProtocol())) {
            return file;
        }
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException | FileSystemNotFoundException e) {
            throw new IllegalArgumentException("\"" + name + "\" is no place that can be read: " + resource, e);
        }
    }
}
