package id.posko.health.online;

import java.util.Optional;

import id.posko.health.Cause;
import id.posko.kit.Device;

/**
 * From where to where one echo of the SOP goes.
 *
 * @param from the machine that the SOP has it asked from; empty if the office has none
 * @param to empty if there is none
 * @param orConsole whether this machine may ask instead where that one can not be entered
 * @param inOffice both ends are in one office: the line outside plays no part when it is asked from there
 * @param missing why it can not be asked at all
 */
record Way(OnlineStep step, Optional<Device> from, Optional<Device> to, boolean orConsole, boolean inOffice,
		Optional<Cause> missing, Optional<Cause> remark) {

	String fromName() {
		return from.map(Device::name).orElse(StepResult.CONSOLE);
	}

	String toName() {
		return to.map(Device::name).orElse("");
	}
}
