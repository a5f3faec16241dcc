package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Acknowledged;
import id.posko.health.Acknowledgement;
import id.posko.health.DayReading;
import id.posko.health.History;
import id.posko.health.Retention;
import id.posko.health.RollUp;
import id.posko.health.Sample;
import id.posko.health.Transition;
import id.posko.health.Verdict;
import id.posko.kit.DeviceKey;
import id.posko.store.SampleRows.Numbered;

/**
 * Results in our tables, each under its device's number. What is told of a device that the inventory does not have
 * (it was just removed or renamed) is not kept.
 */
@Component
public final class HistoryRows implements History {

	/** All devices that results may be kept of, those included that are no more. */
	private static final String SELECT_DEVICES = """
			select id from device union select id from removed_device union select device_id from device_last""";

	private final Database database;
	private final InventoryRows inventory;

	@Activate
	public HistoryRows(@Reference Database database, @Reference InventoryRows inventory) {
		this.database = database;
		this.inventory = inventory;
	}

	@Override
	public void recordSamples(Collection<Sample> samples) throws IOException {
		List<Numbered<Sample>> numbered = numbered(samples, Sample::device);
		List<Numbered<RollUp>> hours = numbered(RollUp.of(samples), RollUp::device);
		write(handle -> new SampleRows(handle).add(numbered, hours));
	}

	@Override
	public void recordTransitions(Collection<Transition> transitions) throws IOException {
		List<Numbered<Transition>> numbered = numbered(transitions, Transition::device);
		write(handle -> new TransitionRows(handle).add(numbered));
	}

	/** On the asking thread: the database's own must not wait for the inventory, which waits for them. */
	private <T> List<Numbered<T>> numbered(Collection<T> values, Function<T, DeviceKey> device) {
		List<Numbered<T>> numbered = new ArrayList<>();
		for (T value : values) {
			inventory.id(device.apply(value)).ifPresent(id -> numbered.add(new Numbered<>(id, value)));
		}
		return numbered;
	}

	@Override
	public List<Sample> samples(DeviceKey device, Instant from, Instant to) throws IOException {
		return of(device, (handle, id) -> new SampleRows(handle).samples(id, device, from, to));
	}

	@Override
	public List<RollUp> hourly(DeviceKey device, Instant from, Instant to) throws IOException {
		return of(device, (handle, id) -> new SampleRows(handle).hours(id, device, from, to));
	}

	@Override
	public List<Transition> transitions(DeviceKey device, Instant from, Instant to) throws IOException {
		return of(device, (handle, id) -> new TransitionRows(handle).between(id, device, from, to));
	}

	private <T> List<T> of(DeviceKey device, BiFunction<Handle, Long, List<T>> work) throws IOException {
		Optional<Long> number = inventory.id(device);
		return number.isEmpty() ? List.of() : read(handle -> work.apply(handle, number.get()));
	}

	@Override
	public Map<DeviceKey, Verdict> lastVerdicts() throws IOException {
		return read(handle -> new TransitionRows(handle).last());
	}

	@Override
	public void recordAcknowledgements(Collection<Acknowledged> changes) throws IOException {
		List<Numbered<Acknowledged>> numbered = numbered(changes, Acknowledged::device);
		write(handle -> new AcknowledgementRows(handle).keep(numbered));
	}

	@Override
	public Map<DeviceKey, Acknowledgement> acknowledgements() throws IOException {
		return read(handle -> new AcknowledgementRows(handle).all());
	}

	@Override
	public void recordDays(Collection<DayReading> readings) throws IOException {
		List<Numbered<DayReading>> numbered = numbered(readings, DayReading::device);
		write(handle -> new DayRows(handle).keep(numbered));
	}

	@Override
	public List<DayReading> days(DeviceKey device, LocalDate from) throws IOException {
		return of(device, (handle, id) -> new DayRows(handle).since(id, device, from));
	}

	@Override
	public void prune(Instant now, Retention retention) throws IOException {
		Instant hourly = now.minus(retention.hourly());
		write(handle -> {
			List<Long> devices = handle.createQuery(SELECT_DEVICES).mapTo(Long.class).list();
			new SampleRows(handle).deleteBefore(devices, now.minus(retention.samples()), hourly);
			new TransitionRows(handle).deleteBefore(devices, hourly);
			new DayRows(handle).deleteBefore(devices, now.minus(Retention.DAYS));
		});
	}

	private <T> T read(Function<Handle, T> work) throws IOException {
		try {
			return database.read(work);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private void write(Consumer<Handle> work) throws IOException {
		try {
			database.write(handle -> {
				work.accept(handle);
				return null;
			});
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}
}
