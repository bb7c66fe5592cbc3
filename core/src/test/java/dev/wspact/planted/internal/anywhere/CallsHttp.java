package dev.wspact.planted.internal.anywhere;

import java.net.http.HttpClient;

record CallsHttp(HttpClient client) {}
