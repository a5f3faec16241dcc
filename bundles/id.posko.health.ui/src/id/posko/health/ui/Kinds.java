package id.posko.health.ui;

import id.posko.kit.DeviceKind;
import id.posko.ui.Glyph;

/** The icon of each kind of device. */
final class Kinds {

	private Kinds() {
	}

	static Glyph glyph(DeviceKind kind) {
		return switch (kind) {
			case DATA_CENTRE -> Glyph.CENTRE;
			case MODEM -> Glyph.MODEM;
			case ROUTER -> Glyph.ROUTER;
			case AFIS_SERVER, NID_SERVER -> Glyph.SERVER;
			case CLIENT_PC -> Glyph.SCREEN;
			case FINGER_SCANNER -> Glyph.FINGER;
			case IRIS_SCANNER -> Glyph.EYE;
			case SIGNATURE_PAD -> Glyph.SIGN;
			case CAMERA -> Glyph.CAMERA;
			case CARD_READER -> Glyph.CARD;
			case UPS_SERVER, UPS_CLIENT -> Glyph.BATTERY;
			case PRINTER -> Glyph.PRINTER;
			case WEBSITE -> Glyph.GLOBE;
		};
	}
}
