/**
 * A consumer: the client with which the notification UI listens to the service. Uses nothing of the service, as if it were
 * a project of its own.
 */
@NullMarked
package dev.wspact.example.client;

import org.jspecify.annotations.NullMarked;
