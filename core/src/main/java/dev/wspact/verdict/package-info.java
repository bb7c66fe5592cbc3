/**
 * What a verification found: a {@link dev.wspact.verdict.Verdict} per interaction and the
 * {@link dev.wspact.verdict.Mismatch mismatches} that led to it. Data only; nothing here knows sockets or files.
 */
@NullMarked
package dev.wspact.verdict;

import org.jspecify.annotations.NullMarked;
