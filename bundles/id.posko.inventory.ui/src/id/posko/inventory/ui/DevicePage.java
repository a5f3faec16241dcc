package id.posko.inventory.ui;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;

/** Brings the pages of one device before the person, in the first perspective that shows them. UI thread only. */
record DevicePage(MApplication application) {

	private static final String PAGES = "id.posko.app.device";

	void open(DeviceKey device) {
		IEclipseContext context = application.getContext();
		RegionCode office = context.get(RegionCode.class);
		if (office != null && !office.contains(device.site())) {
			context.set(RegionCode.class, null);
		}
		context.set(DeviceKey.class, device);
		MWindow window = application.getSelectedElement();
		EModelService model = window.getContext().get(EModelService.class);
		EPartService parts = window.getContext().get(EPartService.class);
		model.findElements(window, MPlaceholder.class, EModelService.IN_ANY_PERSPECTIVE,
				element -> element instanceof MPlaceholder place && place.getRef() != null
						&& PAGES.equals(place.getRef().getElementId()))
				.stream().findFirst().map(model::getPerspectiveFor).ifPresent(parts::switchPerspective);
	}
}
