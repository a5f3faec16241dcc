package id.posko.ticket;

import id.posko.kit.DeviceKind;

/** What a ticket is about. */
public enum Kind {
	/** The line (SOP pemeliharaan jaringan komunikasi data): the centre's helpdesk is asked. */
	JARKOMDAT,
	/** A device (SOP pemeliharaan alat). */
	REPAIR;

	/** Whom a broken device of that kind concerns. */
	public static Kind of(DeviceKind broken) {
		return switch (broken) {
			case DATA_CENTRE, MODEM, ROUTER -> JARKOMDAT;
			case AFIS_SERVER, NID_SERVER, CLIENT_PC, FINGER_SCANNER, IRIS_SCANNER, SIGNATURE_PAD, CAMERA, CARD_READER,
					UPS_SERVER, UPS_CLIENT, PRINTER, WEBSITE -> REPAIR;
		};
	}
}
