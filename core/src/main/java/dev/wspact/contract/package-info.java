/**
 * What a consumer relies on: a {@link dev.wspact.contract.Contract} and its {@link dev.wspact.contract.Interaction
 * interactions}, however they were written down (Pact V3, Pact V4, JSON Schema). Data only; reading and writing files
 * is the engine's.
 */
@NullMarked
package dev.wspact.contract;

import org.jspecify.annotations.NullMarked;
