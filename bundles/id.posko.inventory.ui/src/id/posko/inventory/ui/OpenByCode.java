package id.posko.inventory.ui;

import java.util.Optional;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;

import id.posko.inventory.ByCode;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Words;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** Asks for a label's code, typed by hand or by a scanner that ends with Enter, and opens that device's page. */
public final class OpenByCode {

	@CanExecute
	boolean canExecute(Desk desk) {
		return desk.isOpen();
	}

	@Execute
	void execute(Shell window, Look look, Desk desk, MApplication application) {
		Words words = Words.of(OpenByCode.class, look.locale());
		Sheet sheet = new Sheet(window, look, "code", words.say("code.title"));
		sheet.body().setLayout(new FillLayout());
		Form form = new Form(sheet.body(), look, "code");
		Form.Field field = form.text("text", words.say("code.field"), "", _ -> Optional.empty());
		sheet.open(words.say("code.open"), () -> switch (ByCode.of(desk.fleet(), field.text())) {
			case ByCode.Found(Device device) -> {
				new DevicePage(application).open(device.key());
				yield true;
			}
			case ByCode.Gone(DeviceKey key) -> sheet.complain(words.say("code.gone", key));
			case ByCode.Nothing _ -> sheet.complain(words.say("code.none"));
		});
		field.control().setFocus();
	}
}
