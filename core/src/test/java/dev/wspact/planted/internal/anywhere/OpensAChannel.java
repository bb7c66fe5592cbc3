package dev.wspact.planted.internal.anywhere;

import java.nio.channels.ServerSocketChannel;

record OpensAChannel(ServerSocketChannel channel) {}
