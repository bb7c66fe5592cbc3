package dev.wspact.planted.contract;

import com.fasterxml.jackson.databind.ObjectMapper;

final class UsesALibrary {
    final Object mapper = new ObjectMapper();
}
