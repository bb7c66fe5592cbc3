/** The page of the service in a real browser, against the service and against a mock, and recordings of its traffic. */
@NullMarked
package dev.wspact.example.browser;

import org.jspecify.annotations.NullMarked;
