package id.posko.tests;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all tests the same running console: a platform takes the slices' model fragments once, so a second console in
 * it would be without them. It is closed after the last test, and must close.
 */
final class OneConsole implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == RunningConsole.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(RunningConsole.class, _ -> started());
	}

	private static RunningConsole started() {
		try {
			return new RunningConsole();
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
