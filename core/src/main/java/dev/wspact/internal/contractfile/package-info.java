/** Contract files to {@link dev.wspact.contract.Contract} and back: Pact V3 and V4, contract.yaml, bare JSON Schemas. */
@NullMarked
package dev.wspact.internal.contractfile;

import org.jspecify.annotations.NullMarked;
