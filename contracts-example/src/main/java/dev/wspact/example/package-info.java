/** A WebSocket service and its consumer, tested with wspact as a user would. */
package dev.wspact.example;
