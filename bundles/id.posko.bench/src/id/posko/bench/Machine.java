package id.posko.bench;

import java.lang.management.ManagementFactory;

/** On what it was measured. */
public final class Machine {

	private Machine() {
	}

	/** Cores, system, Java, heap and how busy the machine is. */
	public static String line() {
		return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
				+ System.getProperty("os.arch") + ", Java " + System.getProperty("java.version") + ", heap at most "
				+ (Runtime.getRuntime().maxMemory() >> 20) + " MiB, load average " + load();
	}

	/** Processes that ran or wanted to, over the last minute. */
	static double load() {
		return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
	}
}
