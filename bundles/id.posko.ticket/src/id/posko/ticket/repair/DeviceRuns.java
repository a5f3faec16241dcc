package id.posko.ticket.repair;

import java.io.IOException;
import java.util.Map;

/** Which device each run is about, without reading the runs; implemented where the data folder's tables are. */
public interface DeviceRuns {

	/** The device as it was told, by the run's id; runs about none are not in it. */
	Map<String, String> devices() throws IOException;
}
