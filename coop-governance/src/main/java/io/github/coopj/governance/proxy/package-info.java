/**
 * Powers of attorney (доверенности) by which one member votes for another at a general meeting (BALLOT-09).
 *
 * <p>Pure functions of their arguments: no clock, no IO. Entry class: {@link
 * io.github.coopj.governance.proxy.ProxyPower}.
 */
@NullMarked
package io.github.coopj.governance.proxy;

import org.jspecify.annotations.NullMarked;
