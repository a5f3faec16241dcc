package id.posko.health;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs while this is open; kept from the console. */
final class Logs extends Handler implements AutoCloseable {

	final List<LogRecord> records = new CopyOnWriteArrayList<>();
	private final Logger logger;

	Logs(Class<?> of) {
		logger = Logger.getLogger(of.getName());
		logger.setUseParentHandlers(false);
		logger.addHandler(this);
	}

	@Override
	public void publish(LogRecord entry) {
		records.add(entry);
	}

	@Override
	public void flush() {
		// nothing is held back
	}

	@Override
	public void close() {
		logger.removeHandler(this);
		logger.setUseParentHandlers(true);
	}
}
