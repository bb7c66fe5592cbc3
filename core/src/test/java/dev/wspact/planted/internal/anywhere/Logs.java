package dev.wspact.planted.internal.anywhere;

import java.util.logging.Logger;

final class Logs {
    final Logger log = Logger.getAnonymousLogger();
}
