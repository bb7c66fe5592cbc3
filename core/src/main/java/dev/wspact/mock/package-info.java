/**
 * The mock provider's words: how it is to behave ({@link dev.wspact.mock.MockOptions}, {@link dev.wspact.mock.Fault}), and
 * what it has seen ({@link dev.wspact.mock.MockConnection}, {@link dev.wspact.mock.ReceivedMessage}, {@link
 * dev.wspact.mock.MockResult}). Data only.
 */
@NullMarked
package dev.wspact.mock;

import org.jspecify.annotations.NullMarked;
