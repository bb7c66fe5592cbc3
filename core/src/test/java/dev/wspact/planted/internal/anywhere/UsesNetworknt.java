package dev.wspact.planted.internal.anywhere;

import com.networknt.schema.Schema;

record UsesNetworknt(Schema schema) {}
