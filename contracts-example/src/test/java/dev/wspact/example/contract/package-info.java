/** What wspact says about the service, healthy and broken, and that it leaves the service alone while it looks. */
@NullMarked
package dev.wspact.example.contract;

import org.jspecify.annotations.NullMarked;
