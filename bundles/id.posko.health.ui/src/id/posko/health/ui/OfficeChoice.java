package id.posko.health.ui;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;

/**
 * Which office and which device the whole window is about; the device always is one of the office, so that a part made
 * later sees what was chosen last. UI thread only.
 */
record OfficeChoice(MApplication application) {

	/** @param office null for all of them */
	void choose(RegionCode office) {
		IEclipseContext context = application.getContext();
		DeviceKey device = context.get(DeviceKey.class);
		if (office != null && device != null && !office.contains(device.site())) {
			context.set(DeviceKey.class, null);
		}
		context.set(RegionCode.class, office);
	}

	void choose(DeviceKey device) {
		IEclipseContext context = application.getContext();
		RegionCode office = context.get(RegionCode.class);
		if (office != null && !office.contains(device.site())) {
			context.set(RegionCode.class, null);
		}
		context.set(DeviceKey.class, device);
	}
}
