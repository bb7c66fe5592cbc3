package dev.wspact.planted.internal.anywhere;

import com.sun.net.httpserver.HttpServer;

record ServesHttp(HttpServer server) {}
