/** HTTP without meaning: requests, answers, routes, authentication; home of the JDK's HTTP server. */
@NullMarked
package dev.wspact.internal.embeddedbroker.web;

import org.jspecify.annotations.NullMarked;
