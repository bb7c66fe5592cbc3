/**
 * What is said to a Pact Broker and what it answers: {@link dev.wspact.broker.BrokerOptions where and who},
 * {@link dev.wspact.broker.Publication pacts}, {@link dev.wspact.broker.ResultPublication results}, and
 * {@link dev.wspact.broker.DeploymentAnswer the gate}. Data only.
 */
@NullMarked
package dev.wspact.broker;

import org.jspecify.annotations.NullMarked;
