package io.github.coopj.chain.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a {@link JavaContract} as the handler of an action. The method takes the {@link Context} and the
 * record of the action's data; the action's name is that of the record ({@link io.github.coopj.core.abi.AbiName}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ContractAction {}
