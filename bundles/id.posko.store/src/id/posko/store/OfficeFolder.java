package id.posko.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

import id.posko.kit.DataFolder;

/** The folder that the start script names. Opening it brings up all that reads and writes the database. */
@Component
public final class OfficeFolder implements DataFolder {

	static final String PROPERTY = "posko.data";

	private final BundleContext context;
	private final Path path = Path.of(System.getProperty(PROPERTY, ""));
	private final HeldFolder folder = new HeldFolder(path, Migrations.ours());
	private final List<ServiceRegistration<?>> opened = new ArrayList<>();

	@Activate
	public OfficeFolder(BundleContext context) {
		this.context = context;
	}

	@Override
	public Path path() {
		return path;
	}

	@Override
	public synchronized Opening open() {
		Opening opening = folder.open();
		if (opening instanceof Opening.Open && opened.isEmpty()) {
			opened.add(context.registerService(Database.class, folder.database(), null));
			opened.add(context.registerService(OpenFolder.class, () -> path, null));
		}
		return opening;
	}

	@Deactivate
	synchronized void close() throws IOException {
		opened.reversed().forEach(ServiceRegistration::unregister);
		opened.clear();
		folder.close();
	}
}
