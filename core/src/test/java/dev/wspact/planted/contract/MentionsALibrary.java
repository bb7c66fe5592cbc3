package dev.wspact.planted.contract;

import com.fasterxml.jackson.databind.JsonNode;

public record MentionsALibrary(JsonNode tree) {}
