package dev.wspact.planted.internal.anywhere;

import java.net.Socket;

record OpensASocket(Socket socket) {}
