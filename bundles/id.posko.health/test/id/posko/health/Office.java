package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;

/** A board over a small fleet, told answers second by second. */
final class Office implements BoardListener {

	static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
	static final RegionCode PLACE = new RegionCode("35.03.01");
	static final Answer GOOD = good(20);
	static final Answer LOST = new Answer.Failed(Cause.of("silent", Duration.ofSeconds(4)), Evidence.of("test"));
	static final Answer BROKEN = new Answer.Broken(Cause.of("check_failed", "boom"), Evidence.of("test"));
	static final Checks PING = new Checks(List.of(check("icmp"), check("tcp")));

	final List<Device> devices = new ArrayList<>();
	final List<Notice> notices = new ArrayList<>();
	final List<Transition> transitions = new ArrayList<>();
	final List<DeviceKey> wanted = new ArrayList<>();
	final List<Sample> samples = new ArrayList<>();
	final HealthBoard board;
	private final LinkKind link;
	Instant now = START;

	Office() {
		this(Patience.DEFAULT, LinkKind.VSAT);
	}

	Office(Patience patience, LinkKind link) {
		board = new HealthBoard(patience);
		board.listen(this);
		this.link = link;
	}

	static Answer good(long millis) {
		return new Answer.Answered(Evidence.of("test", "127.0.0.1", Duration.ofMillis(millis)));
	}

	static Check check(String id) {
		return new Check() {
			@Override
			public String id() {
				return id;
			}

			@Override
			public boolean suits(Device device) {
				return device.address().isPresent() && (id.equals("icmp") || device.address().get().port().isPresent());
			}

			@Override
			public Answer ask(Device device, Duration timeout) {
				return GOOD;
			}
		};
	}

	static DeviceKey key(String name) {
		return new DeviceKey(PLACE, name);
	}

	/** @param parent empty text for none */
	Office with(String name, String parent) {
		return with(name, parent, "127.1." + devices.size() / 250 + "." + (1 + devices.size() % 250));
	}

	Office with(String name, String parent, String address) {
		devices.add(new Device(key(name), DeviceKind.CLIENT_PC, Address.tryParse(address), "", "", 0,
				parent.isEmpty() ? Optional.empty() : Optional.of(key(parent)), ""));
		return this;
	}

	Fleet fleet() {
		return new Fleet(List.of(new Site(PLACE, "Panggul", SiteKind.KECAMATAN, link)), devices);
	}

	Office opened() {
		board.adopt(fleet(), PING, now);
		return this;
	}

	Office after(long seconds) {
		now = now.plusSeconds(seconds);
		return this;
	}

	/** One second later each. */
	Office hears(String name, Answer... answers) {
		for (Answer answer : answers) {
			board.intake(key(name)).answered("icmp", answer, after(1).now);
		}
		return this;
	}

	Office hearsFrom(String name, String check, Answer answer) {
		board.intake(key(name)).answered(check, answer, after(1).now);
		return this;
	}

	DeviceHealth health(String name) {
		return board.health(key(name)).orElseThrow();
	}

	State state(String name) {
		return health(name).state();
	}

	@Override
	public void noticed(List<Notice> happened) {
		notices.addAll(happened);
	}

	@Override
	public void turned(List<Transition> happened) {
		transitions.addAll(happened);
	}

	@Override
	public void wanted(List<DeviceKey> happened) {
		wanted.addAll(happened);
	}

	@Override
	public void answered(List<Sample> happened) {
		samples.addAll(happened);
	}

	List<String> told() {
		return notices.stream().map(notice -> notice.kind() + " " + notice.device().name()).toList();
	}

	/** The names of those wanted since the last call. */
	List<String> takeWanted() {
		List<String> names = wanted.stream().map(DeviceKey::name).toList();
		wanted.clear();
		return names;
	}
}
