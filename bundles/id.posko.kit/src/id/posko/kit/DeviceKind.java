package id.posko.kit;

import java.util.List;

/**
 * The kinds of device of a recording kit and of the line behind it, and what else an office serves. A kind's data: the icon key, and the kinds it stands
 * behind in its own office (nearest first; what finds none there stands behind the data centre).
 */
public enum DeviceKind {
	DATA_CENTRE("data-centre", List.of()),
	MODEM("modem", List.of()),
	ROUTER("router", List.of(MODEM)),
	AFIS_SERVER("server", List.of(ROUTER, MODEM)),
	NID_SERVER("server", List.of(ROUTER, MODEM)),
	CLIENT_PC("pc", List.of(AFIS_SERVER, ROUTER, MODEM)),
	FINGER_SCANNER("finger", List.of(CLIENT_PC, AFIS_SERVER, ROUTER, MODEM)),
	IRIS_SCANNER("iris", List.of(CLIENT_PC, AFIS_SERVER, ROUTER, MODEM)),
	SIGNATURE_PAD("signature", List.of(CLIENT_PC, AFIS_SERVER, ROUTER, MODEM)),
	CAMERA("camera", List.of(CLIENT_PC, AFIS_SERVER, ROUTER, MODEM)),
	CARD_READER("card-reader", List.of(CLIENT_PC, AFIS_SERVER, ROUTER, MODEM)),
	UPS_SERVER("ups", List.of(AFIS_SERVER, ROUTER, MODEM)),
	UPS_CLIENT("ups", List.of(CLIENT_PC, AFIS_SERVER, ROUTER, MODEM)),
	PRINTER("printer", List.of(CLIENT_PC, AFIS_SERVER, ROUTER, MODEM)),
	/** An office's own, of no kit: what serves it stands elsewhere, on no path of the records. */
	WEBSITE("website", List.of());

	private final String icon;
	private final List<DeviceKind> behind;

	DeviceKind(String icon, List<DeviceKind> behind) {
		this.icon = icon;
		this.behind = behind;
	}

	public String icon() {
		return icon;
	}

	/** The kinds this one stands behind in its own office, nearest first. */
	public List<DeviceKind> behind() {
		return behind;
	}
}
