package id.posko.ticket.ui;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;

/** Brings what a ticket has to do with before the person. UI thread only. */
record Pages(MApplication application) {

	/** @param tab of the device's page */
	void openDevice(DeviceKey device, String tab) {
		RegionCode office = application.getContext().get(RegionCode.class);
		if (office != null && !office.contains(device.site())) {
			application.getContext().set(RegionCode.class, null);
		}
		application.getContext().set(DeviceKey.class, device);
		parts().switchPerspective("id.posko.health.ui.watch");
		parts().showPart(tab, PartState.ACTIVATE);
	}

	/** The run is told by its number to whoever shows runs. */
	void openRun(String run) {
		application.getContext().set("id.posko.procedure.run", run);
		parts().switchPerspective("id.posko.procedure.ui.follow");
	}

	void openTicket(long number) {
		application.getContext().set(ChosenTicket.class, new ChosenTicket(number));
		parts().switchPerspective("id.posko.ticket.ui.mend");
	}

	private EPartService parts() {
		return application.getSelectedElement().getContext().get(EPartService.class);
	}
}
