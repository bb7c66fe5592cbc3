package dev.wspact.planted.internal.anywhere;

import org.HdrHistogram.Histogram;

record UsesHdrHistogram(Histogram histogram) {}
