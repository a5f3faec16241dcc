package id.posko.sim;

import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Switches the simulation on when the console was started as a demo: system property {@code posko.demo}. */
@Component(service = Demo.class, immediate = true)
public final class Demo {

	@Activate
	public Demo(ComponentContext context) {
		if (Boolean.getBoolean("posko.demo")) {
			context.enableComponent(null);
		}
	}
}
