package id.posko.health.ui;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

import id.posko.kit.DeviceKey;

/** Brings the page of one device before the person, wherever in the window that person is. UI thread only. */
record DevicePage(MApplication application) {

	void open(DeviceKey device) {
		new OfficeChoice(application).choose(device);
		EPartService parts = application.getSelectedElement().getContext().get(EPartService.class);
		parts.switchPerspective("id.posko.health.ui.watch");
		parts.showPart("id.posko.health.ui.summary", PartState.ACTIVATE);
	}
}
