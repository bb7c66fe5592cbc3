package dev.wspact.planted.internal.anywhere;

import org.glassfish.tyrus.client.ClientManager;

record UsesTyrus(ClientManager client) {}
