/** The client against a mock of the service; what it relies on becomes the contract that the service is verified with. */
@NullMarked
package dev.wspact.example.client;

import org.jspecify.annotations.NullMarked;
